package tw.ecard.queue.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import tw.ecard.queue.history.LaneHistory;
import tw.ecard.queue.intake.ApplicationEvent.Correction;
import tw.ecard.queue.intake.ApplicationEvent.Place;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketState;
import tw.ecard.queue.ticket.Tickets;

/** What applicants do to cases that already have a number. */
@ApplicationScoped
class ContinuingCases {

    private final Tickets tickets;
    private final ClockReaders clocks;
    private final CaseEvents events;
    private final LaneHistory history;

    ContinuingCases(Tickets tickets, ClockReaders clocks, CaseEvents events, LaneHistory history) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.events = events;
        this.history = history;
    }

    /** The case waits again in the place that its number gives it, and its clock goes on: the dates have moved. */
    @Transactional(Transactional.TxType.MANDATORY)
    void corrected(Correction correction) {
        ClockReader clock = clocks.untilCommit();
        Ticket ticket = at(correction.place());
        ticket.corrected(correction.round(), correction.roster(), correction.at());
        clock.index(ticket);
        events.rescheduled(ticket, clock.read(ticket));
    }

    /**
     * The case is over, in whatever state it is, even before its admission: its number then counts as used. A decision
     * that was taken before stays what it was; registration-service knows that the withdrawal came first.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdrawn(Place place, Instant at) {
        Ticket ticket = at(place);
        if (ticket.state() == TicketState.DONE) {
            history.withdrawnBeforeDecision(ticket);
            return;
        }
        ticket.finish(Outcome.WITHDRAWN, at);
        clocks.now().index(ticket);
        history.ended(ticket, at);
    }

    private Ticket at(Place place) {
        return tickets.locked(place.lane(), place.number())
                .filter(ticket ->
                        place.applicationId().equals(ticket.application().id()))
                .orElseThrow(() -> new IllegalStateException("the application does not stand at " + place));
    }
}
