package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.http.Revision;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** What stands before everything that a clerk does with a case. */
@ApplicationScoped
class HeldCases {

    private final Tickets tickets;

    HeldCases(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * The case, locked: it is the revision that the clerk saw, and the clerk has it.
     *
     * @param seen null where the action does not depend on what was seen
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Ticket take(UUID id, Revision seen, String clerk, Instant now) {
        Ticket ticket = tickets.locked(id).orElseThrow(HttpRefusal.NotFound::new);
        if (seen != null) {
            seen.mustBe(ticket.revision());
        }
        ticket.requireHeldBy(clerk, now);
        return ticket;
    }
}
