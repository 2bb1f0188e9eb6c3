package tw.ecard.registration.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/** The places of applications in the lanes, kept up with what queue-service says. */
@ApplicationScoped
public class QueuePlaces {

    private static final String LATEST = """
            SELECT DISTINCT ON (application_id) application_id, lane, ticket, readers, arrived_at, target_on, due_on,
                delayed_to,
                CASE WHEN state = 'IN_WORK' AND in_work_until <= ? THEN 'WAITING' ELSE state END AS state
            FROM queue_place WHERE application_id = ANY (CAST(? AS uuid[]))
            ORDER BY application_id, arrived_at DESC, lane""";

    private final Sql sql;
    private final Clock clock;

    QueuePlaces(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The application's place in the lane that it came to last. */
    public Optional<QueuePlace> latest(UUID application) {
        return Optional.ofNullable(latest(List.of(application)).get(application));
    }

    /** The same for many applications at once; those that stand in no lane are left out. */
    public Map<UUID, QueuePlace> latest(Collection<UUID> applications) {
        String[] ids = applications.stream().map(UUID::toString).toArray(String[]::new);
        return sql.list(QueuePlaces::read, LATEST, clock.instant(), ids).stream()
                .collect(Collectors.toMap(QueuePlace::application, Function.identity()));
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
                UPDATE queue_place SET state = ?, in_work_until = NULL,
                    target_on = CASE WHEN ? = 'RETURNED' THEN NULL ELSE target_on END,
                    due_on = CASE WHEN ? = 'RETURNED' THEN NULL ELSE due_on END
                WHERE application_id = ? AND lane = ?""", state, state, state, application, lane);
    }

    /**
     * The case is complete again and waits in its own place, in a new round.
     *
     * @param readers of the roster now in force; null in review
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void comeBack(UUID application, Lane lane, Integer readers) {
        sql.update("""
                UPDATE queue_place SET state = 'WAITING', readers = ?, delayed_to = NULL
                WHERE application_id = ? AND lane = ?""", readers, application, lane);
    }

    /**
     * Staff have the case, for so long. A case that is over, or with its applicant, stays what it is: a withdrawal here
     * comes before what was begun there.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void inWork(UUID application, Lane lane, Instant until) {
        sql.update("""
                UPDATE queue_place SET state = 'IN_WORK', in_work_until = ?
                WHERE application_id = ? AND lane = ? AND state IN ('WAITING', 'IN_WORK')""", until, application, lane);
    }

    /** Staff gave it back undecided. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void released(UUID application, Lane lane) {
        sql.update("""
                UPDATE queue_place SET state = 'WAITING', in_work_until = NULL
                WHERE application_id = ? AND lane = ? AND state = 'IN_WORK'""", application, lane);
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

    /**
     * The contact is told that the case will be late, with no new date while too little is known; false when the case has
     * left the lane here, for then nobody is told.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean delayed(UUID application, Lane lane, LocalDate to) {
        return sql.update("""
                        UPDATE queue_place SET delayed_to = ?
                        WHERE application_id = ? AND lane = ? AND state IN ('WAITING', 'IN_WORK')""", to, application, lane) == 1;
    }

    private static QueuePlace read(ResultSet row) throws SQLException {
        return new QueuePlace(
                Rows.uuid(row, "application_id"),
                Lane.valueOf(row.getString("lane")),
                row.getLong("ticket"),
                PlaceState.valueOf(row.getString("state")),
                row.getObject("readers", Integer.class),
                Rows.instant(row, "arrived_at"),
                row.getObject("target_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("delayed_to", LocalDate.class));
    }
}
