package tw.ecard.registration.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.lane.PlaceState;

/**
 * The tickets that were drawn in a lane. A number is visible when its transaction has committed, and those before it
 * have committed by then: a page has no holes that fill later.
 */
@ApplicationScoped
class DrawnTickets {

    private static final String AFTER = """
            SELECT ticket, application_id, state FROM queue_place
            WHERE lane = ? AND ticket > ? ORDER BY ticket LIMIT ?""";

    private final Sql sql;

    DrawnTickets(Sql sql) {
        this.sql = sql;
    }

    /** @param live whether the case may still be worked on: it waits, or is with its applicant */
    record Drawn(long ticket, UUID applicationId, boolean live) {}

    /** The number drawn last; 0 before the first. */
    long last(Lane lane) {
        return sql.number("SELECT last FROM ticket_counter WHERE lane = ?", lane);
    }

    /** Tickets above the number, in their order. */
    List<Drawn> after(Lane lane, long number, int atMost) {
        return sql.list(
                row -> new Drawn(
                        row.getLong("ticket"),
                        Rows.uuid(row, "application_id"),
                        PlaceState.valueOf(row.getString("state")) != PlaceState.DONE),
                AFTER,
                lane,
                number,
                atMost);
    }
}
