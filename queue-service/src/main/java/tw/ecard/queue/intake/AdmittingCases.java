package tw.ecard.queue.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jboss.logging.Logger;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Lanes;
import tw.ecard.queue.notification.MailKind;
import tw.ecard.queue.notification.PlannedMail;
import tw.ecard.queue.notification.PlanningMails;
import tw.ecard.queue.ticket.Arrival;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketState;
import tw.ecard.queue.ticket.Tickets;

/**
 * Lets cases into their lane in the order of their numbers, without a gap: number n only when 1 to n−1 are in. What
 * delivers the events may mix them up, so a case may have to wait for its predecessors, but it never overtakes one.
 */
@ApplicationScoped
class AdmittingCases {

    private static final Logger LOG = Logger.getLogger(AdmittingCases.class);

    private final Tickets tickets;
    private final Lanes lanes;
    private final ClockReaders clocks;
    private final CaseEvents events;
    private final PlanningMails mails;

    AdmittingCases(Tickets tickets, Lanes lanes, ClockReaders clocks, CaseEvents events, PlanningMails mails) {
        this.tickets = tickets;
        this.lanes = lanes;
        this.clocks = clocks;
        this.events = events;
        this.mails = mails;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void receive(Arrival arrival) {
        tickets.persistAndFlush(Ticket.of(arrival));
        admitWhatIsNext(arrival.lane());
    }

    /** As far as the numbers reach without a gap. */
    private void admitWhatIsNext(Lane lane) {
        long admitted = lanes.lock(lane);
        long first = admitted + 1;
        ClockReader clock = clocks.now();
        for (Optional<Ticket> next = tickets.locked(lane, first);
                next.isPresent();
                next = tickets.locked(lane, admitted + 1)) {
            if (next.get().state() == TicketState.ARRIVED) {
                admit(next.get(), clock);
            }
            admitted++;
        }
        if (admitted < first) {
            LOG.infof("lane %s waits for number %d", lane, first);
            return;
        }
        lanes.admittedUpTo(lane, admitted);
    }

    private void admit(Ticket ticket, ClockReader clock) {
        ticket.admit();
        clock.index(ticket);
        events.admitted(ticket, clock.read(ticket));
        if (ticket.lane() == Lane.ISSUANCE) {
            mails.plan(PlannedMail.about(MailKind.QUEUED, ticket));
        }
    }
}
