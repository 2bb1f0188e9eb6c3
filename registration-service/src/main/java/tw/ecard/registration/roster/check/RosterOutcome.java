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

    /** All or nothing: one error in one row returns the roster, a warning does not. */
    public boolean isAccepted() {
        return problem == null && errorCount == 0;
    }
}
