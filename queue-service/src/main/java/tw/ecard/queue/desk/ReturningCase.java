package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.ecard.kit.http.Revision;
import tw.ecard.queue.history.LaneHistory;
import tw.ecard.queue.notification.MailKind;
import tw.ecard.queue.notification.PlannedMail;
import tw.ecard.queue.notification.PlanningMails;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.returns.CaseReturn;
import tw.ecard.queue.returns.CaseReturns;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** Gives a case back to its applicant to be corrected; it keeps its number, and its clock pauses. */
@ApplicationScoped
class ReturningCase {

    private final HeldCases held;
    private final Tickets tickets;
    private final ClockReaders clocks;
    private final CaseReturns returns;
    private final LaneHistory history;
    private final CaseEvents events;
    private final PlanningMails mails;
    private final Clock clock;

    ReturningCase(
            HeldCases held,
            Tickets tickets,
            ClockReaders clocks,
            CaseReturns returns,
            LaneHistory history,
            CaseEvents events,
            PlanningMails mails,
            Clock clock) {
        this.held = held;
        this.tickets = tickets;
        this.clocks = clocks;
        this.returns = returns;
        this.history = history;
        this.events = events;
        this.mails = mails;
        this.clock = clock;
    }

    /** What a clerk says about a return. */
    record Said(SortedSet<Requirement> requires, List<CaseReturn.Reason> reasons, List<CaseReturn.RowRemark> rows) {}

    @Transactional
    Ticket giveBack(UUID id, Revision seen, String clerk, Said said) {
        Instant now = clock.instant();
        Ticket ticket = held.take(id, seen, clerk, now);
        SortedSet<Requirement> requires =
                CaseReturn.demand(ticket.lane(), said.requires(), said.reasons(), said.rows());
        ticket.returnToApplicant(now);
        clocks.now().index(ticket);
        tickets.flush();
        history.returned(ticket, now);
        returns.record(ticket, new CaseReturn(ticket.round(), requires, said.reasons(), said.rows(), clerk, now));
        mails.plan(PlannedMail.about(MailKind.RETURNED, ticket));
        events.returned(
                ticket,
                requires,
                said.reasons().stream().map(CaseReturn.Reason::code).toList(),
                said.rows().stream().map(CaseReturn.RowRemark::row).collect(Collectors.toCollection(TreeSet::new)));
        return ticket;
    }
}
