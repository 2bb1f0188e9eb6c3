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

    private static final String NEWEST_FIRST = """
            SELECT id, application_id, receipt_number, kind, round, state, attempts, last_error, created_at,
                CASE WHEN state = 'PENDING' THEN next_attempt_at END AS next_attempt_at, finished_at
            FROM notification WHERE true""";

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
            MailState state,
            @Schema(description = "嘗試寄送的次數") int attempts,

            @Schema(description = "最近一次失敗的原因", nullable = true)
            String lastError,

            OffsetDateTime createdAt,

            @Schema(description = "下次嘗試的時間；已結束者為 null", nullable = true)
            OffsetDateTime nextAttemptAt,

            @Schema(nullable = true) OffsetDateTime finishedAt) {

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
        StringBuilder query = new StringBuilder(NEWEST_FIRST);
        List<Object> parameters = new ArrayList<>();
        if (state != null) {
            query.append(" AND state = ?");
            parameters.add(state);
        }
        if (applicationId != null) {
            query.append(" AND application_id = ?");
            parameters.add(applicationId);
        }
        if (cursor != null) {
            query.append(" AND (created_at, id) < (?, ?)");
            Position after = Position.of(cursor);
            parameters.add(after.createdAt());
            parameters.add(after.id());
        }
        query.append(" ORDER BY created_at DESC, id DESC LIMIT ?");
        parameters.add(atMost);
        return sql.list(MailLog::read, query.toString(), parameters.toArray());
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
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                Taipei.at(Rows.instant(row, "created_at")),
                Taipei.at(Rows.instant(row, "next_attempt_at")),
                Taipei.at(Rows.instant(row, "finished_at")));
    }
}
