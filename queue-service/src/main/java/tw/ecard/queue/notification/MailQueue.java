package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.outbox.Outbox;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.ticket.CaseEvents;

/**
 * The mails that wait. A worker takes one by moving its next attempt ahead: nobody else takes it meanwhile, and when the
 * worker dies, somebody does after that.
 */
@ApplicationScoped
class MailQueue {

    private static final String TAKE = """
            UPDATE notification SET next_attempt_at = ? WHERE id = (
                SELECT id FROM notification WHERE state = 'PENDING' AND next_attempt_at <= ?
                ORDER BY next_attempt_at, created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, application_id, receipt_number, institution_code, kind, round, ticket_id, roster_id, rows,
                errors, contact_version, attempts, created_at""";
    private static final String FINISH = """
            UPDATE notification SET state = ?, attempts = attempts + ?, last_error = ?, finished_at = ?
            WHERE id = ? AND state = 'PENDING'""";
    private static final String TRY_AGAIN = """
            UPDATE notification SET next_attempt_at = ?, attempts = attempts + 1, last_error = ?
            WHERE id = ? AND state = 'PENDING'""";
    private static final String WAIT = "UPDATE notification SET next_attempt_at = ? WHERE id = ? AND state = 'PENDING'";

    private final Sql sql;
    private final Outbox outbox;
    private final Clock clock;

    MailQueue(Sql sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Optional<DueMail> take(Duration lease) {
        Instant now = clock.instant();
        return sql.first(MailQueue::read, TAKE, now.plus(lease), now);
    }

    @Transactional
    void sent(DueMail due) {
        if (finish(due.id(), MailState.SENT, 1, null)) {
            tell("tw.ecard.notification.sent.v1", due.mail());
        }
    }

    @Transactional
    void cancelled(DueMail due) {
        finish(due.id(), MailState.CANCELLED, 0, null);
    }

    @Transactional
    void failed(DueMail due, String error) {
        if (finish(due.id(), MailState.FAILED, 1, error)) {
            tell("tw.ecard.notification.failed.v1", due.mail());
        }
    }

    @Transactional
    void tryAgain(DueMail due, Duration pause, String error) {
        sql.update(TRY_AGAIN, clock.instant().plus(pause), error, due.id());
    }

    /** Looks again later; that is no failure. */
    @Transactional
    void waitFor(DueMail due, Duration pause) {
        sql.update(WAIT, clock.instant().plus(pause), due.id());
    }

    private boolean finish(UUID id, MailState state, int attempts, String error) {
        return sql.update(FINISH, state, attempts, error, clock.instant(), id) == 1;
    }

    private void tell(String type, PlannedMail mail) {
        Told data =
                new Told(mail.applicationId(), mail.receiptNumber(), mail.institutionCode(), mail.round(), mail.kind());
        outbox.append(new NewEvent(CaseEvents.TOPIC, mail.applicationId().toString(), type, data));
    }

    private static DueMail read(ResultSet row) throws SQLException {
        PlannedMail mail = new PlannedMail(
                MailKind.valueOf(row.getString("kind")),
                Rows.uuid(row, "application_id"),
                row.getString("receipt_number"),
                row.getString("institution_code"),
                row.getInt("round"),
                Rows.uuid(row, "ticket_id"),
                Rows.uuid(row, "roster_id"),
                row.getObject("rows", Integer.class),
                row.getObject("errors", Integer.class),
                row.getObject("contact_version", Integer.class));
        return new DueMail(Rows.uuid(row, "id"), mail, row.getInt("attempts"), Rows.instant(row, "created_at"));
    }

    private record Told(UUID applicationId, String receiptNumber, String institutionCode, int round, MailKind kind) {}
}
