package tw.ecard.queue.gap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import tw.ecard.queue.gap.DrawnNumbers.Drawn;
import tw.ecard.queue.gap.VoidedNumbers.Voiding;
import tw.ecard.queue.intake.AdmittingCases;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Lanes;
import tw.ecard.queue.refusal.QueueRefusal;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketState;
import tw.ecard.queue.ticket.Tickets;

/**
 * Closes a number that has not come and behind which no live case stands, so that its lane goes on. registration-service
 * says whether a case is live; one that is over stays so, so nothing can change between its word and the commit here.
 */
@ApplicationScoped
class VoidingNumber {

    private static final Logger LOG = Logger.getLogger(VoidingNumber.class);

    private final FetchingNumbers numbers;
    private final Tickets tickets;
    private final VoidedNumbers voided;
    private final AdmittingCases admission;
    private final Lanes lanes;
    private final CaseEvents events;
    private final ClockReaders clocks;
    private final Clock clock;

    VoidingNumber(
            FetchingNumbers numbers,
            Tickets tickets,
            VoidedNumbers voided,
            AdmittingCases admission,
            Lanes lanes,
            CaseEvents events,
            ClockReaders clocks,
            Clock clock) {
        this.numbers = numbers;
        this.tickets = tickets;
        this.voided = voided;
        this.admission = admission;
        this.lanes = lanes;
        this.events = events;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Does nothing when the number is voided already; refuses while a live case stands behind it. */
    void voidNumber(Lane lane, long number, String reason, String administrator) {
        if (isVoided(lane, number)) {
            return;
        }
        Optional<Drawn> drawn = numbers.at(lane, number);
        if (drawn.filter(Drawn::live).isPresent()) {
            throw new QueueRefusal.LiveCase(lane, number);
        }
        VoidReason code = drawn.isPresent() ? VoidReason.CASE_OVER : VoidReason.NO_APPLICATION;
        UUID application = drawn.map(Drawn::applicationId).orElse(null);
        Voiding voiding = new Voiding(code, reason, administrator, clock.instant());
        try {
            QuarkusTransaction.requiringNew().run(() -> close(lane, number, application, voiding));
            LOG.infof("lane %s: number %d is void: %s", lane, number, code);
        } catch (PersistenceException e) {
            // Its case came, or another administrator voided it, at the same moment.
            if (!isVoided(lane, number)) {
                throw e;
            }
        }
    }

    /** Whether it was voided before; refuses when its case has come. */
    private boolean isVoided(Lane lane, long number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tickets.at(lane, number).map(VoidingNumber::requireVoid))
                .isPresent();
    }

    private static Ticket requireVoid(Ticket ticket) {
        if (ticket.outcome() == Outcome.VOIDED) {
            return ticket;
        }
        throw ticket.state() == TicketState.DONE
                ? new QueueRefusal.CaseSettled(ticket.lane(), ticket.number(), ticket.outcome())
                : new QueueRefusal.LiveCase(ticket.lane(), ticket.number());
    }

    /** The calendar first, then the gate and the ticket, in the order in which an arrival takes them. */
    private void close(Lane lane, long number, UUID application, Voiding voiding) {
        clocks.untilCommit();
        lanes.lock(lane);
        Instant at = voiding.at();
        Ticket ticket = Ticket.voided(lane, number, application, at);
        tickets.persistAndFlush(ticket);
        voided.record(ticket.id(), voiding);
        events.voided(ticket, voiding.code());
        admission.admitWhatIsNext(lane);
    }
}
