package tw.ecard.registration.reader;

import java.util.Locale;

/** Text as people meant it: without what keyboards, input methods and copying from web pages leave behind. */
public final class PlainText {

    private static final int NOTHING = -1;
    private static final char HANGUL_FILLER = 0x3164;

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

    /** Whether the text holds characters that nobody sees, among those that are seen; {@link #trimmed} drops them. */
    public static boolean hidesCharacters(String text) {
        return text.codePoints().anyMatch(c -> c > ' ' && isInvisible(c));
    }

    /** Whether all of it, from a place on, is ASCII digits. */
    static boolean areDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
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
        while (i < text.length()) {
            int character = text.codePointAt(i);
            int cleaned = cleaned(character, halfWidth);
            if (cleaned != NOTHING) {
                result.appendCodePoint(cleaned);
            }
            i += Character.charCount(character);
        }
        return result.toString();
    }

    /** Nearly every character is one of these, and they are never anything else. */
    private static boolean isCommon(char c) {
        return c > ' ' && c < 0x7F || c > 0x3000 && c < HANGUL_FILLER || c > HANGUL_FILLER && c < 0xD800;
    }

    private static boolean stays(char c, boolean halfWidth) {
        return isCommon(c) || !Character.isSurrogate(c) && cleaned(c, halfWidth) == c;
    }

    /** The character to put in its place. */
    private static int cleaned(int c, boolean halfWidth) {
        if (c > ' ' && c < 0x7F) {
            return c;
        }
        if (c <= ' ' || Character.isSpaceChar(c)) {
            return ' ';
        }
        if (isInvisible(c)) {
            return NOTHING;
        }
        return halfWidth && c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }

    /**
     * Whether a character shows nothing of itself: controls, marks of direction, joiners, tags, selectors of variants,
     * fillers and halves of a pair (Unicode's categories Cc, Cf and Cs, and what it calls default ignorable).
     */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            case Character.NON_SPACING_MARK, Character.OTHER_LETTER -> isIgnorable(c);
            case Character.UNASSIGNED -> isIgnorable(c) || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
            default -> false;
        };
    }

    private static boolean isIgnorable(int c) {
        return c == 0x034F
                || c >= 0x115F && c <= 0x1160
                || c >= 0x17B4 && c <= 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c >= 0x2060 && c <= 0x206F
                || c == HANGUL_FILLER
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFFA0
                || c >= 0xFFF0 && c <= 0xFFF8
                || c >= 0xE0000 && c <= 0xE0FFF;
    }
}
