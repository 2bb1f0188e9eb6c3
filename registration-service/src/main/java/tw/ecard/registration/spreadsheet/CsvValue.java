package tw.ecard.registration.spreadsheet;

/**
 * A field as a cell. Two guises are taken off, both there so that a spreadsheet program shows what was meant: the
 * apostrophe that our own downloads put before what would be a formula, and the formula {@code ="0912345678"} by which
 * other systems keep a number's zeros.
 */
final class CsvValue {

    private CsvValue() {}

    static Cell of(TextBuffer field) {
        if (field.isEmpty()) {
            return Cell.BLANK;
        }
        String text = field.toString();
        char first = text.charAt(0);
        if (first == '\'' && text.length() > 1 && "=+-@\t".indexOf(text.charAt(1)) >= 0) {
            text = text.substring(1);
        } else if (first == '=' && isQuotedText(text)) {
            text = text.substring(2, text.length() - 1);
        }
        return text.isEmpty() ? Cell.BLANK : Cell.text(text, false, field.cut());
    }

    private static boolean isQuotedText(String text) {
        int last = text.length() - 1;
        return last >= 2 && text.charAt(1) == '"' && text.indexOf('"', 2) == last;
    }
}
