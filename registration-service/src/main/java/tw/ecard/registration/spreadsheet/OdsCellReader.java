package tw.ecard.registration.spreadsheet;

import java.time.LocalDate;

/** One cell of an ods: its typed value in attributes, what it shows in paragraphs (OpenDocument 1.3 part 3, 6 and 19). */
final class OdsCellReader {

    private final XmlCursor xml;
    private final TextBuffer text;
    private String type;
    private String number;
    private String date;
    private String string;
    private String bool;
    private boolean formula;
    private boolean error;

    OdsCellReader(XmlCursor xml, int maxCharacters) {
        this.xml = xml;
        this.text = new TextBuffer(maxCharacters);
    }

    /** Reads the present cell and leaves the cursor on its end. */
    Cell read() {
        readAttributes();
        readParagraphs();
        if (type == null && text.isEmpty()) {
            return Cell.BLANK;
        }
        if (error) {
            return Cell.error(text.toString(), formula);
        }
        return switch (type == null ? "string" : type) {
            case "float", "percentage", "currency" ->
                number == null ? shown() : Cell.number(CellNumbers.plain(number), formula);
            case "date" -> {
                LocalDate day = date == null ? null : CellNumbers.isoDay(date);
                yield day == null ? shown() : Cell.date(day, formula);
            }
            case "boolean" -> Cell.bool("true".equals(bool), formula);
            default -> shown();
        };
    }

    private Cell shown() {
        if (text.isEmpty() && string != null && !string.isEmpty()) {
            text.append(string.toCharArray(), 0, string.length());
        }
        return text.isEmpty() ? Cell.BLANK : Cell.text(text.toString(), formula, text.cut());
    }

    private void readAttributes() {
        type = null;
        number = null;
        date = null;
        string = null;
        bool = null;
        formula = false;
        error = false;
        XmlAttributes attributes = xml.attributes();
        for (int i = 0; i < attributes.count(); i++) {
            switch (attributes.name(i)) {
                case "value-type" -> {
                    // LibreOffice says the type twice; only its own attribute knows errors.
                    String value = attributes.value(i);
                    if (value.equals("error")) {
                        error = true;
                    } else {
                        type = value;
                    }
                }
                case "value" -> number = attributes.value(i);
                case "date-value" -> date = attributes.value(i);
                case "string-value" -> string = attributes.value(i);
                case "boolean-value" -> bool = attributes.value(i);
                case "formula" -> formula = true;
                default -> {
                    // style, validation, spans
                }
            }
        }
    }

    private void readParagraphs() {
        text.clear();
        boolean first = true;
        while (true) {
            int event = xml.next();
            if (event == XmlCursor.END) {
                return;
            }
            if (event == XmlCursor.START) {
                if (xml.name().equals("p")) {
                    if (!first) {
                        text.append('\n');
                    }
                    first = false;
                    readParagraph();
                } else {
                    // Annotations, drawings, tables in cells.
                    xml.skip();
                }
            }
        }
    }

    /** White space collapses to one space and is dropped at the start; spaces that count are elements. */
    private void readParagraph() {
        int depth = 1;
        boolean afterSpace = true;
        while (depth > 0) {
            switch (xml.next()) {
                case XmlCursor.TEXT -> afterSpace = appendCollapsed(afterSpace);
                case XmlCursor.START -> {
                    switch (xml.name()) {
                        case "s" -> {
                            appendSpaces();
                            afterSpace = false;
                        }
                        case "tab" -> {
                            text.append('\t');
                            xml.skip();
                            afterSpace = false;
                        }
                        case "line-break" -> {
                            text.append('\n');
                            xml.skip();
                            afterSpace = false;
                        }
                        case "annotation", "annotation-end", "ruby-text", "note", "frame" -> xml.skip();
                        default -> depth++;
                    }
                }
                case XmlCursor.END -> depth--;
                default -> {
                    // comments
                }
            }
        }
    }

    private boolean appendCollapsed(boolean afterSpace) {
        char[] chars = xml.textChars();
        int end = xml.textLength();
        boolean space = afterSpace;
        for (int i = 0; i < end; i++) {
            char c = chars[i];
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                if (!space) {
                    text.append(' ');
                }
                space = true;
            } else {
                text.append(c);
                space = false;
            }
        }
        return space;
    }

    private void appendSpaces() {
        String count = xml.attribute("c");
        int spaces = 1;
        try {
            spaces = count == null ? 1 : Integer.parseInt(count);
        } catch (NumberFormatException e) {
            throw UnreadableSpreadsheet.damaged("a number of spaces that is none");
        }
        // One too many is enough for the buffer to know that the text was cut.
        for (int i = Math.min(spaces, text.room() + 1); i > 0; i--) {
            text.append(' ');
        }
        xml.skip();
    }
}
