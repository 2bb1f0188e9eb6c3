package tw.ecard.registration.spreadsheet;

/** A text of an xlsx, plain or in runs of different looks. */
final class XlsxText {

    private XlsxText() {}

    /** Appends the text of the present {@code si} or {@code is} element and leaves the cursor on its end. */
    static void append(XmlCursor xml, TextBuffer buffer) {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XmlCursor.END) {
                depth--;
            } else if (event == XmlCursor.START) {
                switch (xml.name()) {
                    case "t" -> xml.appendText(buffer);
                    // How to pronounce it, which is not part of it.
                    case "rPh", "phoneticPr" -> xml.skip();
                    default -> depth++;
                }
            }
        }
        buffer.unescape();
    }

    /**
     * The text with {@code _x000D_} for what XML cannot hold, and with such a sequence of its own kept from being
     * decoded (ECMA-376 part 1, 22.9.2.19).
     */
    static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            if (needsEscape(text, i)) {
                if (escaped == null) {
                    escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                escaped.append("_x%04X_".formatted((int) text.charAt(i)));
            } else if (escaped != null) {
                escaped.append(text.charAt(i));
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static boolean needsEscape(String text, int at) {
        char c = text.charAt(at);
        if (c == '_') {
            return at + 1 < text.length() && text.charAt(at + 1) == 'x';
        }
        if (c < ' ') {
            return c != '\n' && c != '\t';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= 0xFFFE;
    }
}
