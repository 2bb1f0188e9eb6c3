package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;

/** Errors and warnings of checked rosters: codes, parameters and masked values, from which messages are made. */
@ApplicationScoped
class RowErrors {

    private static final String ADD = """
            INSERT INTO roster_error (roster_id, position, sheet_row, column_name, code, parameters, value)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final Sql sql;

    RowErrors(Sql sql) {
        this.sql = sql;
    }

    /** An error and where it stands in the list of its roster. */
    record Listed(int position, RowError error) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID roster, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        sql.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                int position = 0;
                for (RowError error : errors) {
                    statement.setObject(1, roster);
                    statement.setInt(2, ++position);
                    statement.setInt(3, error.row());
                    statement.setString(4, error.column());
                    statement.setString(5, error.code().name());
                    statement.setObject(6, error.parameters().toArray(String[]::new));
                    statement.setString(7, error.value());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** How many of the codes are listed, in one column or (null) in any. */
    long count(UUID roster, List<RowErrorCode> codes, String column) {
        return sql.number("""
                SELECT count(*) FROM roster_error
                WHERE roster_id = ? AND code = ANY (?) AND (CAST(? AS text) IS NULL OR column_name = ?)""", roster, names(codes), column, column);
    }

    /** The next ones behind a position, of the codes, in one column or (null) in any. */
    List<Listed> after(UUID roster, List<RowErrorCode> codes, String column, long position, int limit) {
        return sql.list(
                row -> new Listed(
                        row.getInt("position"),
                        new RowError(
                                row.getInt("sheet_row"),
                                row.getString("column_name"),
                                RowErrorCode.valueOf(row.getString("code")),
                                List.of((String[]) row.getArray("parameters").getArray()),
                                row.getString("value"))),
                """
                SELECT position, sheet_row, column_name, code, parameters, value FROM roster_error
                WHERE roster_id = ? AND code = ANY (?) AND (CAST(? AS text) IS NULL OR column_name = ?)
                    AND position > ? ORDER BY position LIMIT ?""",
                roster,
                names(codes),
                column,
                column,
                position,
                limit);
    }

    private static String[] names(List<RowErrorCode> codes) {
        return codes.stream().map(RowErrorCode::name).toArray(String[]::new);
    }
}
