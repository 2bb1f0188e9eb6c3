package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.roster.check.RosterProblem;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/** Rosters as they stand; what is out of a caller's reach is not found. */
@ApplicationScoped
public class Rosters {

    private static final String COLUMNS = """
            r.id, r.application_id, r.status, r.format, r.file_name, r.rows_read, r.rows_total, r.accepted, r.wrong_rows,
            r.error_count, r.warning_count, r.received_at, r.finished_at, r.problem_code, r.problem_parameters""";

    private final Sql sql;

    Rosters(Sql sql) {
        this.sql = sql;
    }

    /** The roster; refuses with 404. */
    public Roster get(UUID id, Reach reach) {
        return sql.first(Rosters::read, "SELECT " + COLUMNS + """
                         FROM roster r JOIN application a ON a.id = r.application_id
                        WHERE r.id = ? AND (CAST(? AS text) IS NULL OR a.institution_code = ?)""", id, reach.institutionCode(), reach.institutionCode())
                .orElseThrow(HttpRefusal.NotFound::new);
    }

    /** The file of a roster, in the vault. */
    UUID file(UUID id) {
        return sql.first(row -> Rows.uuid(row, "file_id"), "SELECT file_id FROM roster WHERE id = ?", id)
                .orElseThrow();
    }

    /** The application's latest upload. */
    public Optional<Roster> latest(UUID application) {
        return sql.first(
                Rosters::read,
                "SELECT " + COLUMNS + " FROM roster r WHERE r.application_id = ? ORDER BY r.received_at DESC LIMIT 1",
                application);
    }

    /** The latest upload of each application that has any. */
    public Map<UUID, Roster> latest(Collection<UUID> applications) {
        String[] ids = applications.stream().map(UUID::toString).toArray(String[]::new);
        return sql.list(Rosters::read, "SELECT DISTINCT ON (r.application_id) " + COLUMNS + """
                         FROM roster r WHERE r.application_id = ANY (CAST(? AS uuid[]))
                        ORDER BY r.application_id, r.received_at DESC""", (Object) ids).stream()
                .collect(Collectors.toMap(Roster::applicationId, Function.identity()));
    }

    /** The application's latest upload that was checked and returned; one called off leaves it in its place. */
    public Optional<UUID> lastReturned(UUID application) {
        return sql.first(row -> Rows.uuid(row, "id"), """
                SELECT id FROM roster WHERE application_id = ? AND status = 'RETURNED'
                ORDER BY received_at DESC LIMIT 1""", application);
    }

    /** The accepted roster of an application, or null. */
    UUID inForce(UUID application) {
        return sql.first(
                        row -> Rows.uuid(row, "id"),
                        "SELECT id FROM roster WHERE application_id = ? AND status = 'ACCEPTED'",
                        application)
                .orElse(null);
    }

    /** The application's last upload before this one that was read to its end. */
    Optional<Roster> before(Roster roster) {
        return sql.first(Rosters::read, "SELECT " + COLUMNS + """
                         FROM roster r
                        WHERE r.application_id = ? AND r.received_at < ? AND r.problem_code IS NULL
                            AND r.status IN ('RETURNED', 'ACCEPTED', 'SUPERSEDED')
                        ORDER BY r.received_at DESC LIMIT 1""", roster.applicationId(), roster.receivedAt());
    }

    void add(UUID id, UUID application, UUID file, String fileName, Instant receivedAt) {
        sql.update("""
                INSERT INTO roster (id, application_id, status, file_id, file_name, received_at)
                VALUES (?, ?, ?, ?, ?, ?)""", id, application, RosterStatus.RECEIVED, file, fileName, receivedAt);
    }

    /** Calls the check off; false when it has ended already. */
    boolean cancel(UUID id, Instant now) {
        return sql.update("""
                        UPDATE roster SET status = ?, finished_at = ?, lease_token = NULL, lease_until = NULL
                        WHERE id = ? AND status IN ('RECEIVED', 'VALIDATING')""", RosterStatus.CANCELLED, now, id) == 1;
    }

    /** Another roster of the same application is about to take its place. */
    void supersede(UUID id) {
        sql.update("UPDATE roster SET status = ? WHERE id = ?", RosterStatus.SUPERSEDED, id);
    }

    private static Roster read(ResultSet row) throws SQLException {
        String format = row.getString("format");
        String problem = row.getString("problem_code");
        return new Roster(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "application_id"),
                RosterStatus.valueOf(row.getString("status")),
                format == null ? null : SpreadsheetFormat.valueOf(format),
                row.getString("file_name"),
                row.getInt("rows_read"),
                row.getObject("rows_total", Integer.class),
                row.getInt("accepted"),
                row.getInt("wrong_rows"),
                row.getLong("error_count"),
                row.getLong("warning_count"),
                Rows.instant(row, "received_at"),
                Rows.instant(row, "finished_at"),
                problem == null
                        ? null
                        : new RosterProblem(RosterProblem.Code.valueOf(problem), List.of((String[])
                                row.getArray("problem_parameters").getArray())));
    }
}
