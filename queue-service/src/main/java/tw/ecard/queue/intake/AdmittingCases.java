package tw.ecard.queue.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jboss.logging.Logger;
import tw.ecard.queue.history.LaneHistory;
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
public class AdmittingCases {

    private static final Logger LOG = Logger.getLogger(AdmittingCases.class);

    private final Tickets tickets;
    private final Lanes lanes;
    private final ClockReaders clocks;
    private final CaseEvents events;
    private final LaneHistory history;
    private final PlanningMails mails;
    private final IntakeConfig config;

    AdmittingCases(
            Tickets tickets,
            Lanes lanes,
            ClockReaders clocks,
            CaseEvents events,
            LaneHistory history,
            PlanningMails mails,
            IntakeConfig config) {
        this.tickets = tickets;
        this.lanes = lanes;
        this.clocks = clocks;
        this.events = events;
        this.history = history;
        this.mails = mails;
        this.config = config;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void receive(Arrival arrival) {
        // Before the gate: claims must not wait while the calendar is waited for.
        ClockReader clock = clocks.untilCommit();
        Ticket ticket = Ticket.of(arrival);
        long before = lanes.lock(arrival.lane());
        boolean isNext = ticket.number() == before + 1;
        if (isNext) {
            // Admitted before it is written: the usual case takes as few statements as can be.
            ticket.admit();
            clock.index(ticket);
        }
        if (!tickets.arrived(ticket, arrival.papers())) {
            passOver(ticket);
            return;
        }
        history.arrived(ticket);
        if (isNext) {
            goOnBehind(ticket, clock);
        } else if (admitAfter(ticket.lane(), before, config.batchSize(), clock) == 0) {
            lanes.stalled(ticket.lane(), before, clock.now());
        }
    }

    /** Voided because its case was over: nobody is to work on it when it comes after all. */
    private void passOver(Ticket ticket) {
        if (!tickets.isVoided(ticket.lane(), ticket.number())) {
            throw new IllegalStateException(
                    "another case has number %d of lane %s".formatted(ticket.number(), ticket.lane()));
        }
        LOG.infof("lane %s: number %d comes after it was voided", ticket.lane(), ticket.number());
    }

    private void goOnBehind(Ticket ticket, ClockReader clock) {
        tell(ticket, clock);
        if (lanes.admittedUpTo(ticket.lane(), ticket.number(), clock.now())) {
            admitAfter(ticket.lane(), ticket.number(), config.batchSize() - 1, clock);
        }
    }

    /** Goes on where a full batch ended. */
    @Scheduled(every = "{ecard.intake.sweep-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (Lane lane : Lane.values()) {
            while (QuarkusTransaction.requiringNew().call(() -> admitWhatIsNext(lane)) == config.batchSize()) {
                LOG.infof("lane %s: a full batch was admitted, more may wait", lane);
            }
        }
    }

    /** As far as the numbers reach without a gap, up to one batch; gives how many that were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int admitWhatIsNext(Lane lane) {
        ClockReader clock = clocks.untilCommit();
        return admitAfter(lane, lanes.lock(lane), config.batchSize(), clock);
    }

    private int admitAfter(Lane lane, long before, int atMost, ClockReader clock) {
        long admitted = before;
        Optional<Ticket> next = tickets.locked(lane, before + 1);
        while (next.isPresent() && admitted < before + atMost) {
            if (next.get().state() == TicketState.ARRIVED) {
                next.get().admit();
                clock.index(next.get());
                tell(next.get(), clock);
            }
            tickets.forget(next.get());
            admitted++;
            next = tickets.locked(lane, admitted + 1);
        }
        if (admitted > before) {
            lanes.admittedUpTo(lane, admitted, clock.now());
        }
        return (int) (admitted - before);
    }

    private void tell(Ticket ticket, ClockReader clock) {
        events.admitted(ticket, clock.read(ticket));
        if (ticket.lane() == Lane.ISSUANCE) {
            mails.plan(PlannedMail.about(MailKind.QUEUED, ticket));
        }
    }
}
