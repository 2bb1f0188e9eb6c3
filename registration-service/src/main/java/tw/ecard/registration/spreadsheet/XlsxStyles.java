package tw.ecard.registration.spreadsheet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which cell styles of an xlsx show a number as a day. */
final class XlsxStyles {

    private static final int MAX_STYLES = 100_000;

    private final BitSet days = new BitSet();

    boolean showsDay(int style) {
        return days.get(style);
    }

    static XlsxStyles none() {
        return new XlsxStyles();
    }

    static XlsxStyles read(XmlCursor xml) {
        XlsxStyles styles = new XlsxStyles();
        Map<Integer, Boolean> custom = new HashMap<>();
        boolean inCellFormats = false;
        int style = 0;
        for (int event = xml.next(); event != XmlCursor.END_DOCUMENT; event = xml.next()) {
            if (event == XmlCursor.START) {
                switch (xml.name()) {
                    case "cellXfs" -> inCellFormats = true;
                    case "numFmt" -> {
                        if (custom.size() < MAX_STYLES) {
                            String code = xml.attribute("formatCode");
                            custom.put(number(xml.attribute("numFmtId")), code != null && isDayFormat(code));
                        }
                    }
                    case "xf" -> {
                        if (inCellFormats && style < MAX_STYLES) {
                            int format = number(xml.attribute("numFmtId"));
                            styles.days.set(style++, custom.getOrDefault(format, isBuiltInDayFormat(format)));
                        }
                    }
                    default -> {
                        // fonts, borders, colours
                    }
                }
            } else if (event == XmlCursor.END && xml.name().equals("cellXfs")) {
                inCellFormats = false;
            }
        }
        return styles;
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** ECMA-376 part 1, 18.8.30, with the ids that the Chinese, Japanese and Korean editions use. */
    private static boolean isBuiltInDayFormat(int id) {
        return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58;
    }

    /** Whether a custom format shows a year, a day, or a month that is not a minute; {@code e} and {@code g} are eras. */
    static boolean isDayFormat(String code) {
        if (code.equalsIgnoreCase("General")) {
            return false;
        }
        boolean month = false;
        boolean time = false;
        for (int i = 0; i < code.length(); i++) {
            char c = Character.toLowerCase(code.charAt(i));
            switch (c) {
                case '"' -> i = endOf(code, i, '"');
                case '[' -> i = endOf(code, i, ']');
                case '\\', '_', '*' -> i++;
                case ';' -> {
                    return month && !time;
                }
                case 'y', 'd', 'g' -> {
                    return true;
                }
                case 'e' -> {
                    boolean exponent = i + 1 < code.length() && "+-".indexOf(code.charAt(i + 1)) >= 0;
                    if (!exponent) {
                        return true;
                    }
                }
                case 'm' -> month = true;
                case 'h', 's' -> time = true;
                default -> {
                    // digits, separators, literal characters
                }
            }
        }
        return month && !time;
    }

    private static int endOf(String code, int start, char closing) {
        int end = code.indexOf(closing, start + 1);
        return end < 0 ? code.length() : end;
    }
}
