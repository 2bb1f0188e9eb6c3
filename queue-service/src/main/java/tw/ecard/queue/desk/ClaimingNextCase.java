package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Lanes;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/**
 * Gives a clerk the first waiting case, never a choice. Claims of a lane happen one after the other: two that ran side
 * by side and skipped each other's rows would not be first come, first served.
 */
@ApplicationScoped
class ClaimingNextCase {

    private final Tickets tickets;
    private final Lanes lanes;
    private final CaseEvents events;
    private final DeskConfig config;
    private final Clock clock;

    ClaimingNextCase(Tickets tickets, Lanes lanes, CaseEvents events, DeskConfig config, Clock clock) {
        this.tickets = tickets;
        this.lanes = lanes;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** The case, now the clerk's; empty when nothing waits. */
    @Transactional
    Optional<Ticket> claim(Lane lane, String clerk) {
        lanes.lock(lane);
        Instant now = clock.instant();
        Optional<Ticket> first = tickets.firstClaimable(lane, now);
        first.ifPresent(ticket -> ticket.claim(clerk, now.plus(config.lease()), now));
        tickets.flush();
        first.ifPresent(ticket -> events.claimed(ticket, now));
        return first;
    }
}
