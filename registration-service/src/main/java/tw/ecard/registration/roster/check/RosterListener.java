package tw.ecard.registration.roster.check;

import java.util.List;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.reader.ReaderRow;

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
     * Called about every thousand rows.
     *
     * @param fractionRead of the file's bytes, 0 to 1: with the rows it gives an idea of how many there are in all
     */
    default void progress(int rowsRead, double fractionRead) {}

    /** Everybody with a valid national ID, whatever else is wrong in the row; called once, behind the last row. */
    default void people(PeopleInRows people) {}
}
