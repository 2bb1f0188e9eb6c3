package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.http.Revision;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** Keeps a case longer, or gives it back undecided. */
@ApplicationScoped
class KeepingClaims {

    private final HeldCases held;
    private final Tickets tickets;
    private final CaseEvents events;
    private final DeskConfig config;
    private final Clock clock;

    KeepingClaims(HeldCases held, Tickets tickets, CaseEvents events, DeskConfig config, Clock clock) {
        this.held = held;
        this.tickets = tickets;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** The lease begins anew. */
    @Transactional
    Ticket renew(UUID id, Revision seen, String clerk) {
        Instant now = clock.instant();
        Ticket ticket = held.take(id, seen, clerk, now);
        ticket.renew(now.plus(config.lease()));
        tickets.flush();
        events.claimed(ticket, now);
        return ticket;
    }

    /** The case waits again, in its own place. */
    @Transactional
    Ticket release(UUID id, Revision seen, String clerk) {
        Ticket ticket = held.take(id, seen, clerk, clock.instant());
        ticket.release();
        tickets.flush();
        events.released(ticket);
        return ticket;
    }
}
