package tw.ecard.registration.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/** The places of applications in the lanes, kept up with what queue-service says. */
@ApplicationScoped
public class QueuePlaces {

    private static final String LATEST = """
            SELECT p.lane, p.ticket, p.state, p.arrived_at, p.target_on, p.due_on,
                   CASE WHEN p.state = 'DONE' THEN 0 ELSE (
                       SELECT count(*) FROM queue_place q
                       WHERE q.lane = p.lane AND q.state = 'WAITING' AND q.ticket < p.ticket) END AS ahead
            FROM queue_place p WHERE p.application_id = ?
            ORDER BY p.arrived_at DESC, p.lane LIMIT 1""";

    private final Sql sql;

    QueuePlaces(Sql sql) {
        this.sql = sql;
    }

    /** The application's place in the lane that it came to last. */
    public Optional<QueuePlace> latest(UUID application) {
        return sql.first(
                row -> new QueuePlace(
                        Lane.valueOf(row.getString("lane")),
                        row.getLong("ticket"),
                        PlaceState.valueOf(row.getString("state")),
                        row.getLong("ahead"),
                        Rows.instant(row, "arrived_at"),
                        row.getObject("target_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)),
                LATEST,
                application);
    }

    /** The ticket that the application drew in the lane. */
    public Optional<Long> ticket(UUID application, Lane lane) {
        return sql.first(
                row -> row.getLong(1),
                "SELECT ticket FROM queue_place WHERE application_id = ? AND lane = ?",
                application,
                lane);
    }

    /** Puts the state of the place; a case that is returned has no dates until it goes on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(UUID application, Lane lane, PlaceState state) {
        sql.update("""
                UPDATE queue_place SET state = ?,
                    target_on = CASE WHEN ? = 'RETURNED' THEN NULL ELSE target_on END,
                    due_on = CASE WHEN ? = 'RETURNED' THEN NULL ELSE due_on END
                WHERE application_id = ? AND lane = ?""", state, state, state, application, lane);
    }

    /** Puts the dates that queue-service computed; either may be null. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void schedule(UUID application, Lane lane, LocalDate targetOn, LocalDate dueOn) {
        sql.update(
                "UPDATE queue_place SET target_on = ?, due_on = ? WHERE application_id = ? AND lane = ?",
                targetOn,
                dueOn,
                application,
                lane);
    }
}
