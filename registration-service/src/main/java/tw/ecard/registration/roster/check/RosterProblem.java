package tw.ecard.registration.roster.check;

import java.util.List;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet;

/**
 * Why a file is returned as a whole, whatever its rows hold.
 *
 * @param parameters what the message names: headers, a limit, a format
 */
public record RosterProblem(Code code, List<String> parameters) {

    /** The reasons of {@link UnreadableSpreadsheet.Reason}, and those of a workbook that is no roster. */
    public enum Code {
        NOT_A_SPREADSHEET,
        FORMAT_NOT_ACCEPTED,
        ENCRYPTED,
        MACRO_ENABLED,
        TRUNCATED,
        DAMAGED,
        UNKNOWN_ENCODING,
        OPEN_QUOTE,
        SUSPICIOUS,
        TOO_LARGE,
        TOO_LARGE_UNPACKED,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        TOO_SLOW,
        /** No row among the first ones names at least three columns. */
        NO_HEADER_ROW,
        /** A required column is missing; parameter: the headers. */
        MISSING_COLUMN,
        /** A column stands there twice; parameter: the headers. */
        REPEATED_COLUMN,
        /** Nobody in it. */
        NO_DATA_ROWS,
        /** Nothing is known to be wrong with the file, but its check failed time after time. */
        CHECK_FAILED
    }

    public RosterProblem {
        parameters = List.copyOf(parameters);
    }

    static RosterProblem of(UnreadableSpreadsheet unreadable) {
        return new RosterProblem(Code.valueOf(unreadable.reason().name()), unreadable.parameters());
    }
}
