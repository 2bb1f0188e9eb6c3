package tw.ecard.registration.reader;

/**
 * What may be shown of a value that was refused, so that its row can be found and nothing can be learned. The middle is
 * always covered; of a short value only its first character is left.
 */
public final class Masking {

    private static final int SHOWN = 24;

    private Masking() {}

    /** Any value: {@code A12*****88}, {@code 09****78}. */
    public static String value(String raw) {
        String text = PlainText.trimmed(raw);
        int length = text.codePointCount(0, text.length());
        if (length == 0) {
            return "";
        }
        int head = length >= 10 ? 3 : length >= 6 ? 2 : 1;
        int tail = length >= 6 ? 2 : 0;
        StringBuilder masked = new StringBuilder();
        masked.append(text, 0, text.offsetByCodePoints(0, head));
        masked.append("*".repeat(Math.min(SHOWN, Math.max(1, length - head - tail))));
        return masked.append(text, text.offsetByCodePoints(text.length(), -tail), text.length())
                .toString();
    }

    /** A name: 王○明, 王○; of a name in Latin script the first letter. */
    public static String name(String raw) {
        String text = PlainText.trimmed(raw);
        int length = text.codePointCount(0, text.length());
        if (length == 0) {
            return "";
        }
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        if (text.codePointAt(0) < 0x2E80) {
            return first + "***";
        }
        String last = length < 3 ? "" : text.substring(text.offsetByCodePoints(text.length(), -1));
        return first + "○".repeat(Math.min(SHOWN, Math.max(1, length - 2))) + last;
    }

    /** A word out of a short list, such as a category: shown when it cannot be anything else. */
    public static String word(String raw) {
        String text = PlainText.trimmed(raw);
        boolean harmless = text.length() <= 4 && text.chars().noneMatch(Character::isDigit);
        return harmless ? text : value(text);
    }
}
