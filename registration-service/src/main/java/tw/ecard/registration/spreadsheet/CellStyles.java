package tw.ecard.registration.spreadsheet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which cell styles of an Excel workbook, old or new, show a number as a day. */
final class CellStyles {

    private static final int MAX_STYLES = 100_000;

    private final BitSet days = new BitSet();
    private final Map<Integer, Boolean> formats = new HashMap<>();
    private int count;

    boolean showsDay(int style) {
        return days.get(style);
    }

    /** A number format of the workbook's own, which may stand in for a built-in one. */
    void define(int format, String code) {
        if (formats.size() < MAX_STYLES) {
            formats.put(format, code != null && isDayFormat(code));
        }
    }

    /** The next style, by its number format. */
    void add(int format) {
        if (count < MAX_STYLES) {
            days.set(count++, formats.getOrDefault(format, isBuiltInDayFormat(format)));
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
