package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/**
 * Takes a case from the clerk who has it, and gives it to another or puts it back in its place. The revision moves on,
 * so whatever the former claimant still sends is refused. Only a case that was claimed in its turn can be given: one
 * that waits goes to whoever claims next.
 */
@ApplicationScoped
class ReassigningCase {

    private static final Logger LOG = Logger.getLogger(ReassigningCase.class);
    private static final String RECORD = """
            INSERT INTO ticket_reassignment (ticket_id, from_clerk, to_clerk, reassigned_by, reassigned_at)
            VALUES (?, ?, ?, ?, ?)""";

    private final Tickets tickets;
    private final CaseEvents events;
    private final DeskConfig config;
    private final Sql sql;
    private final Clock clock;

    ReassigningCase(Tickets tickets, CaseEvents events, DeskConfig config, Sql sql, Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param to the other clerk; null to put the case back */
    @Transactional
    Ticket reassign(UUID id, Revision seen, String administrator, String to) {
        Instant now = clock.instant();
        Ticket ticket = tickets.locked(id).orElseThrow(HttpRefusal.NotFound::new);
        seen.mustBe(ticket.revision());
        ticket.requireClaimed();
        sql.update(RECORD, id, ticket.lease().clerk(), to, administrator, now);
        if (to == null) {
            ticket.release();
        } else {
            ticket.give(to, now.plus(config.lease()));
        }
        tickets.flush();
        if (to == null) {
            events.released(ticket);
        } else {
            events.claimed(ticket, now);
        }
        LOG.infof("case %s was reassigned", id);
        return ticket;
    }
}
