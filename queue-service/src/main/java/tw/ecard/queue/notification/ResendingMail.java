package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.refusal.QueueRefusal;

/**
 * Staff have a mail sent again. One that failed or waits is tried now, as the same mail; one that was sent goes out once
 * more only where staff say so, and as a mail of its own: mailboxes drop a second mail with the same Message-ID.
 */
@ApplicationScoped
class ResendingMail {

    private static final Logger LOG = Logger.getLogger(ResendingMail.class);

    /** With its copies, so that two copies cannot get one number. */
    private static final String LOCK = """
            SELECT s.id FROM notification s JOIN notification n
                ON s.application_id = n.application_id AND s.round = n.round AND s.kind = n.kind
                AND s.roster_id IS NOT DISTINCT FROM n.roster_id
                AND s.contact_version IS NOT DISTINCT FROM n.contact_version
            WHERE n.id = ? ORDER BY s.copy FOR UPDATE OF s""";

    private static final String FIND = """
            SELECT application_id, receipt_number, institution_code, kind, round, ticket_id, roster_id, rows, errors,
                contact_version, state, finished_at
            FROM notification WHERE id = ?""";
    private static final String TRY_NOW = """
            UPDATE notification SET state = 'PENDING', next_attempt_at = ?, deferrals = 0, finished_at = NULL,
                resent_at = ?, resent_by = ?
            WHERE id = ?""";
    private static final String COPY = """
            INSERT INTO notification (id, application_id, receipt_number, institution_code, kind, round, ticket_id,
                roster_id, rows, errors, contact_version, copy, state, created_at, next_attempt_at, attempts, resent_at,
                resent_by)
            SELECT ?, n.application_id, n.receipt_number, n.institution_code, n.kind, n.round, n.ticket_id, n.roster_id,
                n.rows, n.errors, n.contact_version,
                (SELECT max(s.copy) + 1 FROM notification s
                    WHERE s.application_id = n.application_id AND s.round = n.round AND s.kind = n.kind
                    AND s.roster_id IS NOT DISTINCT FROM n.roster_id
                    AND s.contact_version IS NOT DISTINCT FROM n.contact_version),
                'PENDING', ?, ?, 0, ?, ?
            FROM notification n WHERE n.id = ?""";

    private final Sql sql;
    private final WhatTicketsTell tickets;
    private final Event<MailIsDue> worker;
    private final Clock clock;

    ResendingMail(Sql sql, WhatTicketsTell tickets, Event<MailIsDue> worker, Clock clock) {
        this.sql = sql;
        this.tickets = tickets;
        this.worker = worker;
        this.clock = clock;
    }

    /** The mail that goes out now; another than the one asked about when it is a copy. */
    record Resent(UUID id, boolean copy) {}

    private record Kept(PlannedMail mail, MailState state, Instant finishedAt) {}

    /**
     * @param again whether a mail that was sent is to be sent once more
     * @throws QueueRefusal when what the mail says no longer holds, or it was sent and {@code again} is not said
     */
    @Transactional
    Resent resend(UUID id, boolean again, String clerk) {
        sql.list(row -> Rows.uuid(row, "id"), LOCK, id);
        Kept kept = sql.first(ResendingMail::read, FIND, id).orElseThrow(HttpRefusal.NotFound::new);
        if (kept.state() == MailState.CANCELLED || tickets.ruleOut(kept.mail())) {
            throw new QueueRefusal.MailNoLongerTrue();
        }
        if (kept.state() == MailState.SENT && !again) {
            throw new QueueRefusal.MailAlreadySent(Taipei.at(kept.finishedAt()));
        }
        LOG.infof("mail %s is sent again on request", id);
        worker.fire(new MailIsDue());
        return kept.state() == MailState.SENT ? copy(id, clerk) : tryNow(id, clerk);
    }

    /** A worker that has it at this moment keeps it: the lease is left as it is. */
    private Resent tryNow(UUID id, String clerk) {
        Instant now = clock.instant();
        sql.update(TRY_NOW, now, now, clerk, id);
        return new Resent(id, false);
    }

    private Resent copy(UUID id, String clerk) {
        UUID copy = UUID.randomUUID();
        Instant now = clock.instant();
        sql.update(COPY, copy, now, now, now, clerk, id);
        return new Resent(copy, true);
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(MailRow.mail(row), MailState.valueOf(row.getString("state")), Rows.instant(row, "finished_at"));
    }
}
