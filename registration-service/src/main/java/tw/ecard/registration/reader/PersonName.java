package tw.ecard.registration.reader;

/**
 * A name as registered: 1 to 50 characters, in any script, since a person may be registered in Latin letters alone.
 * The dots between the parts of indigenous and foreign names are part of the name.
 */
public record PersonName(String value) {

    public static final int MAX_CHARACTERS = 50;

    public PersonName {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX_CHARACTERS) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** Reads a name that is not empty; spaces between Han characters, which forms have for looks, are dropped. */
    public static Parsed<PersonName> parse(String text) {
        String tidy = withoutSpacesBetweenHan(PlainText.halfWidth(text));
        if (tidy.isEmpty() || tidy.codePointCount(0, tidy.length()) > MAX_CHARACTERS) {
            return Parsed.refused(Flaw.NAME_TOO_LONG);
        }
        PersonName name = new PersonName(tidy);
        if (hasLostCharacters(tidy)) {
            return Parsed.remarked(name, Flaw.UNREADABLE_CHARACTER);
        }
        return tidy.equals(text.strip()) ? Parsed.of(name) : Parsed.remarked(name, Flaw.VALUE_NORMALISED);
    }

    private static String withoutSpacesBetweenHan(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        StringBuilder tidy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean drop = c == ' ' && isEast(text.codePointBefore(i)) && isEast(nextAfterSpaces(text, i));
            if (!drop) {
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    private static int nextAfterSpaces(String text, int from) {
        int i = from;
        while (text.charAt(i) == ' ') {
            i++;
        }
        return text.codePointAt(i);
    }

    private static boolean isEast(int character) {
        return character == ' ' || character >= 0x2E80;
    }

    private static boolean hasLostCharacters(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (didNotSurvive(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Private-use characters, and the squares that stand for a character a system did not know. */
    private static boolean didNotSurvive(int character) {
        return Character.getType(character) == Character.PRIVATE_USE
                || character == '■'
                || character == '□'
                || character == '\uFFFD';
    }

    /** 王○明. */
    public String masked() {
        return Masking.name(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
