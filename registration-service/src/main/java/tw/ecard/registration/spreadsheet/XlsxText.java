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
}
