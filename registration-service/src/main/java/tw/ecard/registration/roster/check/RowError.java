package tw.ecard.registration.roster.check;

import java.util.List;

/**
 * Something wrong or noteworthy in one cell.
 *
 * @param row the sheet's own row number
 * @param column the column's header in the template; for {@link RowErrorCode#UNKNOWN_COLUMN} the header in the file
 * @param parameters what the message names: a row number, a limit, a masked value
 * @param value the value found, masked; null where there is none
 */
public record RowError(int row, String column, RowErrorCode code, List<String> parameters, String value) {

    public RowError {
        parameters = List.copyOf(parameters);
    }

    public Severity severity() {
        return code.severity();
    }
}
