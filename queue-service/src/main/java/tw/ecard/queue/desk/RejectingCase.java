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
import tw.ecard.queue.reason.RejectionReason;
import tw.ecard.queue.returns.CaseReturns;
import tw.ecard.queue.returns.Rejection;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** The library does not agree. Only from review: once it has agreed, a case can be returned, not rejected. */
@ApplicationScoped
class RejectingCase {

    private final HeldCases held;
    private final Tickets tickets;
    private final CaseReturns returns;
    private final LaneHistory history;
    private final CaseEvents events;
    private final PlanningMails mails;
    private final Clock clock;

    RejectingCase(
            HeldCases held,
            Tickets tickets,
            CaseReturns returns,
            LaneHistory history,
            CaseEvents events,
            PlanningMails mails,
            Clock clock) {
        this.held = held;
        this.tickets = tickets;
        this.returns = returns;
        this.history = history;
        this.events = events;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional
    Ticket reject(UUID id, Revision seen, String clerk, RejectionReason code, String reason) {
        Instant now = clock.instant();
        Ticket ticket = held.take(id, seen, clerk, now);
        ticket.requireLane(Lane.REVIEW);
        ticket.finish(Outcome.REJECTED, now);
        tickets.flush();
        history.ended(ticket, now);
        returns.record(ticket, new Rejection(code, reason, clerk, now));
        mails.plan(PlannedMail.about(MailKind.REJECTED, ticket));
        events.rejected(ticket, code);
        return ticket;
    }
}
