package tw.ecard.registration.spreadsheet;

/** A reference to a character (XML 1.0, 4.1 and 4.6): by its number, or one of the five names that need no declaration. */
final class XmlReference {

    private static final int LONGEST_NAME = 4;

    private XmlReference() {}

    /** Takes what stands behind the ampersand, and the semicolon. */
    static int take(XmlSource source) {
        if (source.peek() != '#') {
            return named(source);
        }
        source.pass();
        if (source.peek() != 'x') {
            return number(source, 10);
        }
        source.pass();
        return number(source, 16);
    }

    private static int named(XmlSource source) {
        StringBuilder name = new StringBuilder(LONGEST_NAME);
        for (int c = source.take(); c != ';'; c = source.take()) {
            if (c < 0x80 && !XmlNames.isPart(c)) {
                throw XmlSource.notWellFormed();
            }
            // The part's guard ends a name that does not.
            if (name.length() <= LONGEST_NAME) {
                name.append((char) c);
            }
        }
        return switch (name.toString()) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw UnreadableSpreadsheet.damaged("an entity that is not declared");
        };
    }

    private static int number(XmlSource source, int radix) {
        int number = 0;
        int digits = 0;
        for (int c = source.take(); c != ';'; c = source.take()) {
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0 || number > Character.MAX_CODE_POINT) {
                throw XmlSource.notWellFormed();
            }
            number = number * radix + digit;
            digits++;
        }
        if (digits == 0 || !isCharacter(number)) {
            throw XmlSource.notWellFormed();
        }
        return number;
    }

    /** XML 1.0, production 2. */
    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000 && c <= Character.MAX_CODE_POINT;
    }
}
