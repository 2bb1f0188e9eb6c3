package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.Writer;

/** Text as OpenDocument wants it: paragraphs for lines, elements for white space that counts, nothing XML forbids. */
final class OdsText {

    private OdsText() {}

    static void writeParagraphs(String text, Writer xml) throws IOException {
        xml.write("<text:p>");
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                xml.write("</text:p><text:p>");
                afterSpace = true;
            } else if (c == '\t') {
                xml.write("<text:tab/>");
                afterSpace = true;
            } else if (c == ' ' && afterSpace) {
                xml.write("<text:s/>");
            } else {
                writeEscaped(text, i, xml);
                afterSpace = c == ' ';
            }
        }
        xml.write("</text:p>");
    }

    static void writeEscaped(String text, Writer xml) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            writeEscaped(text, i, xml);
        }
    }

    private static void writeEscaped(String text, int at, Writer xml) throws IOException {
        char c = text.charAt(at);
        switch (c) {
            case '&' -> xml.write("&amp;");
            case '<' -> xml.write("&lt;");
            case '>' -> xml.write("&gt;");
            case '"' -> xml.write("&quot;");
            default -> {
                if (isAllowed(text, at)) {
                    xml.write(c);
                }
            }
        }
    }

    /** XML 1.0 has no control characters, no half surrogate pairs and two characters less than Unicode. */
    private static boolean isAllowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' && c < 0xFFFE;
    }
}
