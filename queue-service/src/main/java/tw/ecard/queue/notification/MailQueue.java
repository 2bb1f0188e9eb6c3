package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/**
 * The mails that wait. A worker takes one for the time of its lease: nobody else takes it meanwhile, and when the worker
 * dies, somebody does after that. What a worker says after its lease counts only when the mail has left.
 */
@ApplicationScoped
class MailQueue {

    private static final String TAKE = """
            UPDATE notification SET lease_until = ? WHERE id = (
                SELECT id FROM notification
                WHERE state = 'PENDING' AND next_attempt_at <= ? AND (lease_until IS NULL OR lease_until <= ?)
                ORDER BY next_attempt_at, created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, application_id, receipt_number, institution_code, kind, round, ticket_id, roster_id, rows,
                errors, contact_version, copy, deferrals, COALESCE(resent_at, created_at) AS tried_since, lease_until""";
    private static final String SENT = """
            UPDATE notification SET state = 'SENT', attempts = attempts + 1, last_error = NULL, lease_until = NULL,
                finished_at = ?
            WHERE id = ? AND state = 'PENDING'""";
    private static final String CANCEL = """
            UPDATE notification SET state = 'CANCELLED', lease_until = NULL, finished_at = ?
            WHERE id = ? AND state = 'PENDING' AND lease_until = ?""";
    private static final String FAIL = """
            UPDATE notification SET state = 'FAILED', attempts = attempts + 1, last_error = ?, lease_until = NULL,
                finished_at = ?
            WHERE id = ? AND state = 'PENDING' AND lease_until = ?""";
    private static final String TRY_AGAIN = """
            UPDATE notification SET next_attempt_at = ?, attempts = attempts + 1, deferrals = deferrals + ?,
                last_error = ?, lease_until = NULL
            WHERE id = ? AND state = 'PENDING' AND lease_until = ?""";
    private static final String WAIT = """
            UPDATE notification SET next_attempt_at = ?, lease_until = NULL
            WHERE id = ? AND state = 'PENDING' AND lease_until = ?""";

    private final Sql sql;
    private final MailOutage outage;
    private final MailEvents events;
    private final Clock clock;

    MailQueue(Sql sql, MailOutage outage, MailEvents events, Clock clock) {
        this.sql = sql;
        this.outage = outage;
        this.events = events;
        this.clock = clock;
    }

    /** The mail that is due longest; none while no mail would get through. */
    @Transactional
    Optional<DueMail> take(Duration lease) {
        if (!outage.letsThrough()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<DueMail> due = sql.first(MailQueue::read, TAKE, now.plus(lease), now, now);
        due.ifPresent(taken -> outage.isProbedUntilEndOf(lease));
        return due;
    }

    /** The mail server has it; true even when the lease is over. */
    @Transactional
    void sent(DueMail due) {
        outage.ends();
        if (sql.update(SENT, clock.instant(), due.id()) == 1) {
            events.sent(due.mail());
        }
    }

    @Transactional
    void cancelled(DueMail due) {
        outage.isStillUnknown();
        sql.update(CANCEL, clock.instant(), due.id(), due.leaseUntil());
    }

    /** Looks again later; that is no failure. */
    @Transactional
    void waitFor(DueMail due, Duration pause) {
        outage.isStillUnknown();
        sql.update(WAIT, clock.instant().plus(pause), due.id(), due.leaseUntil());
    }

    /** The mail server will not have it, or it was tried for long enough. */
    @Transactional
    void failed(DueMail due, String reason) {
        outage.isStillUnknown();
        fail(due, reason);
    }

    /** Not now, for a reason of its own. */
    @Transactional
    void putOff(DueMail due, Duration pause, String reason) {
        outage.isStillUnknown();
        sql.update(TRY_AGAIN, clock.instant().plus(pause), 1, reason, due.id(), due.leaseUntil());
    }

    /** No mail gets through. This one stands behind those that are due already, so that another makes the next try. */
    @Transactional
    void noWay(DueMail due, String reason) {
        outage.goesOn(reason);
        sql.update(TRY_AGAIN, clock.instant(), 0, reason, due.id(), due.leaseUntil());
    }

    /** No mail gets through, and this one has been tried for long enough. */
    @Transactional
    void givenUp(DueMail due, String reason) {
        outage.goesOn(reason);
        fail(due, reason);
    }

    private void fail(DueMail due, String reason) {
        if (sql.update(FAIL, reason, clock.instant(), due.id(), due.leaseUntil()) == 1) {
            events.failed(due.mail());
        }
    }

    private static DueMail read(ResultSet row) throws SQLException {
        return new DueMail(
                Rows.uuid(row, "id"),
                MailRow.mail(row),
                row.getInt("copy"),
                row.getInt("deferrals"),
                Rows.instant(row, "tried_since"),
                Rows.instant(row, "lease_until"));
    }
}
