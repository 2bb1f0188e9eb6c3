package tw.ecard.registration.holder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.holder.HolderImport.Status;
import tw.ecard.registration.roster.check.RosterProblem;
import tw.ecard.registration.roster.check.RowErrorCode;

/** Imports of registers as they stand. */
@ApplicationScoped
class HolderImports {

    private static final String COLUMNS = """
            SELECT id, status, file_name, received_at, finished_at, rows_read, added, already_known, wrong,
                problem_code, problem_parameters
            FROM existing_holder_import""";

    private final Sql sql;

    HolderImports(Sql sql) {
        this.sql = sql;
    }

    /** The import; refuses with 404. */
    HolderImport get(UUID id) {
        return sql.first(HolderImports::read, COLUMNS + " WHERE id = ?", id).orElseThrow(HttpRefusal.NotFound::new);
    }

    /** The next ones before an import, the latest first; null to begin with the latest of all. */
    List<HolderImport> before(UUID id, int limit) {
        return sql.list(HolderImports::read, COLUMNS + """
                         WHERE CAST(? AS uuid) IS NULL OR (received_at, id) < (
                            SELECT received_at, id FROM existing_holder_import WHERE id = ?)
                        ORDER BY received_at DESC, id DESC LIMIT ?""", id, id, limit);
    }

    /** The next wrong rows behind a row. */
    List<WrongRow> wrongRows(UUID id, long row, int limit) {
        return sql.list(
                answer -> new WrongRow(
                        answer.getInt("sheet_row"),
                        RowErrorCode.valueOf(answer.getString("code")),
                        answer.getString("value")),
                """
                SELECT sheet_row, code, value FROM existing_holder_error
                WHERE import_id = ? AND sheet_row > ? ORDER BY sheet_row LIMIT ?""",
                id,
                row,
                limit);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID id, UUID file, String fileName, Instant receivedAt, String receivedBy) {
        sql.update("""
                INSERT INTO existing_holder_import (id, status, file_id, file_name, received_at, received_by)
                VALUES (?, ?, ?, ?, ?, ?)""", id, Status.RECEIVED, file, fileName, receivedAt, receivedBy);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addWrongRows(UUID id, List<WrongRow> rows) {
        for (WrongRow row : rows) {
            sql.update(
                    "INSERT INTO existing_holder_error (import_id, sheet_row, code, value) VALUES (?, ?, ?, ?)",
                    id,
                    row.row(),
                    row.code(),
                    row.value());
        }
    }

    private static HolderImport read(ResultSet row) throws SQLException {
        String problem = row.getString("problem_code");
        return new HolderImport(
                Rows.uuid(row, "id"),
                Status.valueOf(row.getString("status")),
                row.getString("file_name"),
                Rows.instant(row, "received_at"),
                Rows.instant(row, "finished_at"),
                row.getInt("rows_read"),
                row.getInt("added"),
                row.getInt("already_known"),
                row.getInt("wrong"),
                problem == null
                        ? null
                        : new RosterProblem(RosterProblem.Code.valueOf(problem), List.of((String[])
                                row.getArray("problem_parameters").getArray())));
    }
}
