package tw.ecard.registration.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;

/**
 * Draws tickets. The counter row stays locked until the transaction ends: tickets follow the order of commits over all
 * replicas, and a rollback gives the number back. Draw last: after the ticket only the event is written.
 */
@ApplicationScoped
public class Tickets {

    private static final String DRAW = "UPDATE ticket_counter SET last = last + 1 WHERE lane = ? RETURNING last";
    private static final String PLACE = """
            INSERT INTO queue_place (application_id, lane, ticket, state, readers, arrived_at)
            VALUES (?, ?, ?, 'WAITING', ?, ?)""";

    private final Sql sql;

    Tickets(Sql sql) {
        this.sql = sql;
    }

    /**
     * The next ticket of the lane, and the place that it gives the application.
     *
     * @param readers people whom the case is about; null in review
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long draw(Lane lane, UUID application, Integer readers, Instant arrivedAt) {
        long ticket = sql.number(DRAW, lane);
        sql.update(PLACE, application, lane, ticket, readers, arrivedAt);
        return ticket;
    }
}
