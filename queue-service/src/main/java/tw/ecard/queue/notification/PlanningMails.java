package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;

/** Plans mails: each once, however often its cause is told. */
@ApplicationScoped
public class PlanningMails {

    private static final String PLAN = """
            INSERT INTO notification (id, application_id, receipt_number, institution_code, kind, round, ticket_id,
                roster_id, rows, errors, contact_version, state, created_at, next_attempt_at, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, 0) ON CONFLICT DO NOTHING""";

    private final Sql sql;
    private final Event<MailIsDue> worker;
    private final Clock clock;

    PlanningMails(Sql sql, Event<MailIsDue> worker, Clock clock) {
        this.sql = sql;
        this.worker = worker;
        this.clock = clock;
    }

    /** In the transaction of its cause: the mail is sent if, and only if, that commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(PlannedMail mail) {
        Instant now = clock.instant();
        sql.update(
                PLAN,
                UUID.randomUUID(),
                mail.applicationId(),
                mail.receiptNumber(),
                mail.institutionCode(),
                mail.kind(),
                mail.round(),
                mail.ticketId(),
                mail.rosterId(),
                mail.rows(),
                mail.errors(),
                mail.contactVersion(),
                now,
                now);
        worker.fire(new MailIsDue());
    }
}
