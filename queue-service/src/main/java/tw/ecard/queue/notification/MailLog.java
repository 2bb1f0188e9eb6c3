package tw.ecard.queue.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;

/** Reads what became of the mails. */
@ApplicationScoped
class MailLog {

    /** A mail that waits while none goes out shows why, and when the next try is. */
    private static final String MAILS = """
            SELECT n.id, n.application_id, n.receipt_number, n.kind, n.round, n.copy, n.state, n.attempts,
                COALESCE(n.last_error, o.reason) AS last_error, n.created_at,
                CASE WHEN n.state = 'PENDING' THEN GREATEST(n.next_attempt_at, n.lease_until, o.next_probe_at) END
                    AS next_attempt_at, n.finished_at, n.resent_by
            FROM notification n LEFT JOIN mail_outage o ON n.state = 'PENDING' WHERE true""";

    private final Sql sql;

    MailLog(Sql sql) {
        this.sql = sql;
    }

    /** A mail and what became of it. */
    @Schema(name = "Notification")
    record Entry(
            UUID id,
            UUID applicationId,
            String receiptNumber,
            MailKind kind,
            @Schema(description = "所述的輪次") int round,
            @Schema(description = "0 為原信；館員再次寄送者自 1 起編號") int copy,
            MailState state,
            @Schema(description = "嘗試寄送的次數") int attempts,

            @Schema(description = "最近一次失敗的原因", nullable = true)
            String lastError,

            OffsetDateTime createdAt,

            @Schema(description = "下次嘗試的時間；已結束者為 null", nullable = true)
            OffsetDateTime nextAttemptAt,

            @Schema(nullable = true) OffsetDateTime finishedAt,

            @Schema(description = "要求重寄的館員；無人要求者為 null", nullable = true)
            String resentBy) {

        @JsonIgnore
        Cursor cursor() {
            return Cursor.at(createdAt.toInstant() + " " + id);
        }
    }

    /**
     * @param state only these; null for all
     * @param applicationId only about this one; null for all
     */
    List<Entry> newestFirst(MailState state, UUID applicationId, String cursor, int atMost) {
        StringBuilder query = new StringBuilder(MAILS);
        List<Object> parameters = new ArrayList<>();
        if (state != null) {
            query.append(" AND n.state = ?");
            parameters.add(state);
        }
        if (applicationId != null) {
            query.append(" AND n.application_id = ?");
            parameters.add(applicationId);
        }
        if (cursor != null) {
            query.append(" AND (n.created_at, n.id) < (?, ?)");
            Position after = Position.of(cursor);
            parameters.add(after.createdAt());
            parameters.add(after.id());
        }
        query.append(" ORDER BY n.created_at DESC, n.id DESC LIMIT ?");
        parameters.add(atMost);
        return sql.list(MailLog::read, query.toString(), parameters.toArray());
    }

    Optional<Entry> find(UUID id) {
        return sql.first(MailLog::read, MAILS + " AND n.id = ?", id);
    }

    private record Position(Instant createdAt, UUID id) {

        static Position of(String cursor) {
            String[] parts = Cursor.text(cursor, "").split(" ", 2);
            try {
                return new Position(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new HttpRefusal.InvalidCursor();
            }
        }
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "application_id"),
                row.getString("receipt_number"),
                MailKind.valueOf(row.getString("kind")),
                row.getInt("round"),
                row.getInt("copy"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                Taipei.at(Rows.instant(row, "created_at")),
                Taipei.at(Rows.instant(row, "next_attempt_at")),
                Taipei.at(Rows.instant(row, "finished_at")),
                row.getString("resent_by"));
    }
}
