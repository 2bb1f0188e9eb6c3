package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.http.Revision;
import tw.ecard.queue.history.LaneHistory;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.notification.MailKind;
import tw.ecard.queue.notification.PlannedMail;
import tw.ecard.queue.notification.PlanningMails;
import tw.ecard.queue.refusal.QueueRefusal;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** The library agrees (the letter, row 3): the contact may send the reader data. */
@ApplicationScoped
class ApprovingCase {

    private final HeldCases held;
    private final Tickets tickets;
    private final PaperChecks checks;
    private final LaneHistory history;
    private final CaseEvents events;
    private final PlanningMails mails;
    private final Clock clock;

    ApprovingCase(
            HeldCases held,
            Tickets tickets,
            PaperChecks checks,
            LaneHistory history,
            CaseEvents events,
            PlanningMails mails,
            Clock clock) {
        this.held = held;
        this.tickets = tickets;
        this.checks = checks;
        this.history = history;
        this.events = events;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional
    Ticket approve(UUID id, Revision seen, String clerk) {
        Instant now = clock.instant();
        Ticket ticket = held.take(id, seen, clerk, now);
        ticket.requireLane(Lane.REVIEW);
        if (!checks.allInOrder(ticket)) {
            throw new QueueRefusal.ChecksMissing();
        }
        ticket.finish(Outcome.APPROVED, now);
        tickets.flush();
        history.ended(ticket, now);
        mails.plan(PlannedMail.about(MailKind.APPROVED, ticket));
        events.approved(ticket);
        return ticket;
    }
}
