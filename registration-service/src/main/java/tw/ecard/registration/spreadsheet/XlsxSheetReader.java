package tw.ecard.registration.spreadsheet;

import java.time.LocalDate;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** The rows of one xlsx worksheet (ECMA-376 part 1, 18.3.1). The {@code dimension} a file claims is not looked at. */
final class XlsxSheetReader implements AutoCloseable {

    private final ZipGuard zip;
    private final XmlCursor xml;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final boolean from1904;
    private final SpreadsheetLimits limits;
    private final Row row;
    private final TextBuffer value;
    private int rowNumber;
    private boolean ended;

    XlsxSheetReader(
            ZipGuard zip,
            String part,
            SharedTexts texts,
            CellStyles styles,
            boolean from1904,
            SpreadsheetLimits limits) {
        this.zip = zip;
        this.xml = new XmlCursor(zip.part(part));
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
        this.limits = limits;
        this.row = new Row(limits.maxColumns());
        this.value = new TextBuffer(limits.maxCellCharacters());
    }

    Row next() {
        while (!ended) {
            int event = xml.next();
            if (event == XmlCursor.START && xml.name().equals("row")) {
                readRow();
                if (row.width() > 0) {
                    zip.handOut(row);
                    return row;
                }
            } else if (event == XmlCursor.END && xml.name().equals("sheetData")) {
                xml.finish();
                ended = true;
            } else if (event == XmlCursor.END_DOCUMENT) {
                ended = true;
            }
        }
        return null;
    }

    private void readRow() {
        int next = statedNumber();
        if (next <= rowNumber) {
            throw UnreadableSpreadsheet.damaged("rows out of order");
        }
        rowNumber = next;
        row.start(next);
        int column = -1;
        while (true) {
            int event = xml.next();
            if (event == XmlCursor.END) {
                return;
            }
            if (event == XmlCursor.START) {
                if (xml.name().equals("c")) {
                    column = readCell(column + 1);
                } else {
                    xml.skip();
                }
            }
        }
    }

    private int statedNumber() {
        XmlAttributes attributes = xml.attributes();
        for (int i = 0; i < attributes.count(); i++) {
            if (attributes.name(i).equals("r")) {
                return attributes.digits(i);
            }
        }
        return rowNumber + 1;
    }

    /** Reads the present cell; gives the column it was in, which is the expected one unless the cell says another. */
    private int readCell(int expected) {
        int column = expected;
        int style = 0;
        String type = "n";
        XmlAttributes attributes = xml.attributes();
        for (int i = 0; i < attributes.count(); i++) {
            switch (attributes.name(i)) {
                case "r" -> column = attributes.column(i);
                case "s" -> style = attributes.digits(i);
                case "t" -> type = attributes.value(i);
                default -> {
                    // metadata
                }
            }
        }
        boolean formula = readValue();
        if (!value.isEmpty()) {
            Cell cell = cell(type, style, formula);
            if (!cell.isBlank()) {
                put(column, cell);
            }
        }
        return column;
    }

    private void put(int column, Cell cell) {
        // The header stands in the first row at the earliest, so the last row has this number.
        if (row.width() == 0 && row.number() - 1 > limits.maxRows()) {
            throw new UnreadableSpreadsheet(
                    Reason.TOO_MANY_ROWS, "content in row " + row.number(), Integer.toString(limits.maxRows()));
        }
        row.put(column, cell);
    }

    /** Collects the cell's value and leaves the cursor on the cell's end; says whether there is a formula. */
    private boolean readValue() {
        value.clear();
        boolean formula = false;
        while (true) {
            int event = xml.next();
            if (event == XmlCursor.END) {
                return formula;
            }
            if (event == XmlCursor.START) {
                switch (xml.name()) {
                    case "v" -> xml.appendText(value);
                    case "is" -> XlsxText.append(xml, value);
                    case "f" -> {
                        formula = true;
                        xml.skip();
                    }
                    default -> xml.skip();
                }
            }
        }
    }

    private Cell cell(String type, int style, boolean formula) {
        // A switch over the texts would hash every one of them.
        if (type.equals("inlineStr")) {
            return Cell.text(value.toString(), formula, value.cut());
        }
        if (type.equals("str")) {
            value.unescape();
            return Cell.text(value.toString(), formula, value.cut());
        }
        return switch (type.length() == 1 ? type.charAt(0) : 'n') {
            case 's' -> texts.cell(value.toIndex(), formula);
            case 'b' -> Cell.bool(value.toIndex() == 1, formula);
            case 'e' -> Cell.error(value.toString(), formula);
            case 'd' -> day(CellNumbers.isoDay(value.toString()), formula);
            default ->
                styles.showsDay(style)
                        ? day(CellNumbers.day(value.toString(), from1904), formula)
                        : Cell.number(CellNumbers.plain(value.toString()), formula);
        };
    }

    private Cell day(LocalDate day, boolean formula) {
        return day == null ? Cell.number(CellNumbers.plain(value.toString()), formula) : Cell.date(day, formula);
    }

    double fractionRead() {
        return xml.fractionRead();
    }

    @Override
    public void close() {
        xml.close();
    }
}
