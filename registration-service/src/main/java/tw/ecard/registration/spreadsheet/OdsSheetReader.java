package tw.ecard.registration.spreadsheet;

import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * The rows of one table of an ods (OpenDocument 1.3 part 3, section 9). Repeated rows and cells are handed out only
 * where they have content; the million empty ones at a sheet's end are passed over, not counted.
 */
final class OdsSheetReader {

    private final ZipGuard zip;
    private final XmlCursor xml;
    private final SpreadsheetLimits limits;
    private final OdsCellReader cells;
    private final Row row;
    private long rowsPassed;
    private int repeats;
    private boolean ended;

    /** The cursor stands on the start of the table. */
    OdsSheetReader(ZipGuard zip, XmlCursor xml, SpreadsheetLimits limits) {
        this.zip = zip;
        this.xml = xml;
        this.limits = limits;
        this.cells = new OdsCellReader(xml, limits.maxCellCharacters());
        this.row = new Row(limits.maxColumns());
    }

    Row next() {
        if (repeats > 0) {
            repeats--;
            row.repeatAs((int) ++rowsPassed);
            zip.handOut(row);
            return row;
        }
        while (!ended) {
            int event = xml.next();
            if (event == XmlCursor.START) {
                switch (xml.name()) {
                    case "table-row" -> {
                        if (readRow()) {
                            zip.handOut(row);
                            return row;
                        }
                    }
                    // Groups of rows, which may nest.
                    case "table-header-rows", "table-rows", "table-row-group" -> {}
                    default -> xml.skip();
                }
            } else if (event == XmlCursor.END && xml.name().equals("table")) {
                ended = true;
            } else if (event == XmlCursor.END_DOCUMENT) {
                throw UnreadableSpreadsheet.damaged("a table without an end");
            }
        }
        return null;
    }

    /** Reads the present row and leaves the cursor on its end; true where it has content. */
    private boolean readRow() {
        int count = repeated("number-rows-repeated");
        row.start((int) Math.min(Integer.MAX_VALUE, rowsPassed + 1));
        long column = 0;
        while (true) {
            int event = xml.next();
            if (event == XmlCursor.END) {
                break;
            }
            if (event == XmlCursor.START) {
                switch (xml.name()) {
                    case "table-cell" -> column += readCell(column);
                    // Under a merged cell: what it may hold is not shown.
                    case "covered-table-cell" -> {
                        column += repeated("number-columns-repeated");
                        xml.skip();
                    }
                    default -> xml.skip();
                }
            }
        }
        if (row.width() == 0) {
            rowsPassed += count;
            return false;
        }
        admit(rowsPassed + count);
        rowsPassed++;
        repeats = count - 1;
        return true;
    }

    private int readCell(long column) {
        int count = repeated("number-columns-repeated");
        Cell cell = cells.read();
        if (!cell.isBlank()) {
            for (long at = column; at < column + count; at++) {
                // The row refuses the first column that is too far right, which also ends a bomb.
                row.put((int) Math.min(Integer.MAX_VALUE, at), cell);
            }
        }
        return count;
    }

    private void admit(long number) {
        // The header stands in the first row at the earliest, so the last row has this number.
        if (number - 1 > limits.maxRows()) {
            throw new UnreadableSpreadsheet(
                    Reason.TOO_MANY_ROWS, "content in row " + number, Integer.toString(limits.maxRows()));
        }
    }

    private int repeated(String attribute) {
        String count = xml.attribute(attribute);
        if (count == null) {
            return 1;
        }
        try {
            return Math.max(1, Integer.parseInt(count));
        } catch (NumberFormatException e) {
            throw UnreadableSpreadsheet.damaged("a repetition that is no number");
        }
    }

    void skipRest() {
        if (!ended) {
            repeats = 0;
            xml.skip();
            ended = true;
        }
    }
}
