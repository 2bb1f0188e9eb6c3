package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.roster.check.RowErrorCode;

/** The summaries of checked rosters: exact counts by code and column. */
@ApplicationScoped
class FindingCounts {

    private static final String ADD = """
            INSERT INTO roster_summary (roster_id, position, code, column_name, findings, first_rows)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final Sql sql;

    FindingCounts(Sql sql) {
        this.sql = sql;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID roster, List<FindingCount> counts) {
        if (counts.isEmpty()) {
            return;
        }
        sql.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                int position = 0;
                for (FindingCount count : counts) {
                    statement.setObject(1, roster);
                    statement.setInt(2, ++position);
                    statement.setString(3, count.code().name());
                    statement.setString(4, count.column());
                    statement.setLong(5, count.count());
                    statement.setObject(6, count.firstRows().toArray(Integer[]::new));
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** Errors before warnings, the most frequent first; empty until the check has ended. */
    List<FindingCount> of(UUID roster) {
        return sql.list(
                row -> new FindingCount(
                        RowErrorCode.valueOf(row.getString("code")),
                        row.getString("column_name"),
                        row.getLong("findings"),
                        List.of((Integer[]) row.getArray("first_rows").getArray())),
                """
                SELECT code, column_name, findings, first_rows FROM roster_summary
                WHERE roster_id = ? ORDER BY position""",
                roster);
    }
}
