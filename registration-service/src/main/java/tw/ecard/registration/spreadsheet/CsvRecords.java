package tw.ecard.registration.spreadsheet;

import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * The records of a text file as rows (RFC 4180, as the office programs take it): quotes count where a field starts, and
 * within them lines may break. A row's number is its record's; empty lines are records too, as they are rows to people.
 * Memory is that of one row, however long a field is.
 */
final class CsvRecords {

    private final CsvCharacters in;
    private final char delimiter;
    private final SpreadsheetLimits limits;
    private final Row row;
    private final TextBuffer text;
    private int number;

    CsvRecords(CsvCharacters in, CsvDialect dialect, SpreadsheetLimits limits) {
        this.in = in;
        this.delimiter = dialect.delimiter();
        this.limits = limits;
        this.row = new Row(limits.maxColumns());
        this.text = new TextBuffer(limits.maxCellCharacters());
    }

    /** The next record that has content, null at the end. */
    Row next() {
        while (in.peek() != CsvCharacters.END) {
            row.start(++number);
            readRecord();
            if (row.width() > 0) {
                return row;
            }
        }
        return null;
    }

    private void readRecord() {
        int end = delimiter;
        for (int column = 0; end == delimiter; column++) {
            end = readField();
            Cell cell = CsvValue.of(text);
            if (!cell.isBlank()) {
                admit();
                row.put(column, cell);
            }
        }
    }

    private void admit() {
        // The header stands in the first record at the earliest, so the last one has this number.
        if (number - 1 > limits.maxRows()) {
            throw new UnreadableSpreadsheet(
                    Reason.TOO_MANY_ROWS, "content in record " + number, Integer.toString(limits.maxRows()));
        }
    }

    /** Collects a field; gives the delimiter behind it, a line feed for any end of line, or the end. */
    private int readField() {
        text.clear();
        int c = in.read();
        if (c == '"') {
            readQuoted();
            c = in.read();
        }
        while (c != delimiter && !endsRecord(c)) {
            text.append((char) c);
            c = in.read();
        }
        if (c == '\r' && in.peek() == '\n') {
            in.read();
        }
        return c;
    }

    /** Collects what stands between quotes; what follows the closing one belongs to the field too. */
    private void readQuoted() {
        boolean severalLines = false;
        while (true) {
            int c = in.read();
            if (c == CsvCharacters.END) {
                throw openQuote();
            }
            if (c == '"') {
                int next = in.peek();
                if (next != '"') {
                    // A quote left open takes in the lines below, up to the quote that opens another field.
                    if (severalLines && next != delimiter && next != ' ' && !endsRecord(next)) {
                        throw openQuote();
                    }
                    return;
                }
                in.read();
            }
            if (c == '\r' && in.peek() == '\n') {
                c = in.read();
            }
            severalLines |= c == '\n' || c == '\r';
            text.append(c == '\r' ? '\n' : (char) c);
        }
    }

    private static boolean endsRecord(int c) {
        return c == '\n' || c == '\r' || c == CsvCharacters.END;
    }

    private UnreadableSpreadsheet openQuote() {
        return new UnreadableSpreadsheet(
                Reason.OPEN_QUOTE, "a quote without an end in record " + number, Integer.toString(number));
    }

    double fractionRead() {
        return in.fractionRead();
    }
}
