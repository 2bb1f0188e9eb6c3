package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a file of one sheet from front to back without keeping it. Every value is a text in a column of text, in
 * whichever format: nothing is ever computed, not a formula somebody hid in a name, and no zero is lost. A file that
 * was not finished is no valid one of its format, so a failure cannot pass for an end.
 */
public interface SheetWriter {

    /**
     * Starts a file; the stream is left open.
     *
     * @param widths of the columns, in characters
     * @param frozenRows rows at the top that stay in view
     * @throws IllegalArgumentException for xls, which is read but never written
     */
    static SheetWriter start(SpreadsheetFormat format, OutputStream out, String sheetName, int[] widths, int frozenRows)
            throws IOException {
        return switch (format) {
            case XLSX -> new XlsxSheetWriter(out, sheetName, widths, frozenRows);
            case ODS -> new OdsSheetWriter(out, sheetName, widths);
            case CSV -> new CsvSheetWriter(out, widths.length);
            case XLS -> throw new IllegalArgumentException("xls is not written");
        };
    }

    /**
     * Writes a row.
     *
     * @param number the row's own number, from 1; higher than the last one's, and the rows between stay empty
     */
    void row(int number, List<StyledText> cells) throws IOException;

    /** Ends the file. */
    void finish() throws IOException;
}
