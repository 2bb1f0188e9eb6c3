package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.history.LaneHistory;
import tw.ecard.queue.issuance.SerialBlock;
import tw.ecard.queue.issuance.Serials;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/**
 * Reserves a card for each reader. Who gets which is decided where the readers are known; the contact is told once that
 * has been done.
 */
@ApplicationScoped
class IssuingCards {

    private final HeldCases held;
    private final Tickets tickets;
    private final Serials serials;
    private final LaneHistory history;
    private final CaseEvents events;
    private final Clock clock;

    IssuingCards(
            HeldCases held, Tickets tickets, Serials serials, LaneHistory history, CaseEvents events, Clock clock) {
        this.held = held;
        this.tickets = tickets;
        this.serials = serials;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** A case that is over, and the serials reserved for it. */
    record Issued(Ticket ticket, SerialBlock block) {}

    @Transactional
    Issued issue(UUID id, Revision seen, String clerk) {
        Instant now = clock.instant();
        Ticket ticket = held.take(id, seen, clerk, now);
        ticket.requireLane(Lane.ISSUANCE);
        ticket.finish(Outcome.ISSUED, now);
        tickets.flush();
        history.ended(ticket, now);
        SerialBlock block = serials.reserve(ticket.id(), Taipei.dayOf(now), ticket.readers());
        events.issued(ticket, block);
        return new Issued(ticket, block);
    }
}
