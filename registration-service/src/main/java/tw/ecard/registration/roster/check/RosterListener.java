package tw.ecard.registration.roster.check;

import java.util.List;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.template.HeaderRow;
import tw.ecard.registration.spreadsheet.Row;

/**
 * Hears what a check finds, while it finds it and in the order of the rows. Nothing is final before the check's
 * outcome: a file may turn out damaged in its last bytes. An exception thrown here ends the check and comes out of it.
 */
public interface RosterListener {

    /** A row without errors; the list holds its warnings, mostly none. */
    void accepted(ReaderRow reader, List<RowError> warnings);

    /** A row with at least one error; the list holds its errors and its warnings. */
    void wrong(int row, List<RowError> errors);

    /** Warnings about the header row. */
    default void header(List<RowError> warnings) {}

    /**
     * The roster's table is found and has the columns that it needs; called once, before everything else.
     *
     * @param sheetName may be empty: a text file's sheet has no name
     * @param top the rows with content down to the header row, which is the last; they may be kept
     */
    default void table(String sheetName, HeaderRow header, List<Row> top) {}

    /**
     * A row below the header as it stands, after what was said about the person in it; also one with nothing in the
     * columns of a roster, which is not checked.
     *
     * @param row stands during the call only
     * @param findings its errors and warnings
     */
    default void row(Row row, List<RowError> findings) {}

    /**
     * Called about every thousand rows.
     *
     * @param fractionRead of the file's bytes, 0 to 1: with the rows it gives an idea of how many there are in all
     */
    default void progress(int rowsRead, double fractionRead) {}

    /** Everybody with a valid national ID, whatever else is wrong in the row; called once, behind the last row. */
    default void people(PeopleInRows people) {}
}
