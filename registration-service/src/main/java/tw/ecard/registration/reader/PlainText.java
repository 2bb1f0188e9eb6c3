package tw.ecard.registration.reader;

import java.util.Locale;

/** Text as people meant it: without what keyboards, input methods and copying from web pages leave behind. */
public final class PlainText {

    private PlainText() {}

    /** Without white space at the ends, without control and invisible characters; line breaks become spaces. */
    public static String trimmed(String text) {
        return text == null ? "" : clean(text, false).strip();
    }

    /** {@link #trimmed} and with full-width letters, digits and signs as half-width ones. */
    public static String halfWidth(String text) {
        return text == null ? "" : clean(text, true).strip();
    }

    /** {@link #halfWidth} and without any white space, in upper case: for numbers and codes. */
    public static String compact(String text) {
        return isCompact(text) ? text : withoutSpaces(halfWidth(text)).toUpperCase(Locale.ROOT);
    }

    /** Whether there is nothing to do, as for nearly every number. */
    private static boolean isCompact(String text) {
        if (text == null) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || c >= 'a' && c <= 'z') {
                return false;
            }
        }
        return true;
    }

    static String withoutSpaces(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        return text.replace(" ", "");
    }

    private static String clean(String text, boolean halfWidth) {
        int i = 0;
        while (i < text.length() && stays(text.charAt(i), halfWidth)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = cleaned(text.charAt(i), halfWidth);
            if (c != 0) {
                result.append(c);
            }
        }
        return result.toString();
    }

    private static boolean stays(char c, boolean halfWidth) {
        boolean common = c > ' ' && c < 0x7F || c > 0x3000 && c < 0xFEFF;
        return common || cleaned(c, halfWidth) == c;
    }

    /** The character to put in its place, 0 for none. */
    private static char cleaned(char c, boolean halfWidth) {
        if (c > ' ' && c < 0x7F) {
            return c;
        }
        if (c <= ' ' || c == 0xA0 || c == 0x3000 || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029) {
            return ' ';
        }
        if (c < 0xA0 || c == 0xAD || c >= 0x200B && c <= 0x200F || c >= 0x2060 && c <= 0x2064 || c == 0xFEFF) {
            return 0;
        }
        return halfWidth && c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    }
}
