package tw.ecard.registration.roster.check;

import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/**
 * What a check came to. The counts are exact; with a problem they cover the rows before it showed.
 *
 * @param format null where none was recognised
 * @param problem why the file is returned as a whole, null where it is not
 */
public record RosterOutcome(
        SpreadsheetFormat format,
        int rowsRead,
        int rowsAccepted,
        int rowsWrong,
        long errorCount,
        long warningCount,
        RosterProblem problem) {

    /** The same with errors that the check itself could not find, in rows of which some had none before. */
    public RosterOutcome withFurther(int errors, int rowsWrongByThem) {
        return new RosterOutcome(
                format,
                rowsRead,
                rowsAccepted - rowsWrongByThem,
                rowsWrong + rowsWrongByThem,
                errorCount + errors,
                warningCount,
                problem);
    }

    /** All or nothing: one error in one row returns the roster, a warning does not. */
    public boolean isAccepted() {
        return problem == null && errorCount == 0;
    }
}
