package tw.ecard.registration.spreadsheet;

/**
 * A workbook that is read once, from its first sheet to its last: {@code nextSheet()}, then {@code nextRow()} until it
 * gives null, then the next sheet. A sheet may be left before its end. Every method may throw
 * {@link UnreadableSpreadsheet}, also after rows were handed out: what was read stands only when the last row of the
 * sheet has been reached.
 */
public interface Workbook extends AutoCloseable {

    SpreadsheetFormat format();

    /** Goes to the next sheet; false when there is none. */
    boolean nextSheet();

    /** The name of the sheet. */
    String sheetName();

    /** The next row that has content, null at the end of the sheet. The same object is filled again. */
    Row nextRow();

    /** How much of the present sheet has been read, by compressed size: 0 to 1. */
    double fractionRead();

    @Override
    void close();
}
