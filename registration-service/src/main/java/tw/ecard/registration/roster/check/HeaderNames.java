package tw.ecard.registration.roster.check;

import tw.ecard.registration.reader.Masking;
import tw.ecard.registration.reader.PlainText;

/** How a header out of a file is repeated to its sender. */
final class HeaderNames {

    private static final int SHOWN = 30;
    private static final int DIGITS_OF_A_HEADER = 4;

    private HeaderNames() {}

    /** Cut to a length; where it has more digits than a header would, it may be somebody's number and is masked. */
    static String shown(String header) {
        String text = PlainText.trimmed(header);
        if (text.chars().filter(Character::isDigit).count() > DIGITS_OF_A_HEADER) {
            return Masking.value(text);
        }
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
