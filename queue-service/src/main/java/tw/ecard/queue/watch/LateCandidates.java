package tw.ecard.queue.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.pace.Standing;

/** The waiting cases of a lane that are due soon, or were due, and whose contacts were not told in this round. */
@ApplicationScoped
class LateCandidates {

    private static final String OF_LANE = """
            SELECT id, round, due_soon_on, due_on, cases, readers, waiting FROM (
                SELECT id, round, waits, due_soon_on, due_on,
                    count(*) OVER up_to_it AS cases,
                    coalesce(sum(readers) OVER up_to_it, 0) AS readers,
                    count(*) FILTER (WHERE waits) OVER up_to_it AS waiting
                FROM (
                    SELECT id, number, round, readers, due_soon_on, due_on, state = 'WAITING' OR lease_until <= ? AS waits
                    FROM ticket WHERE lane = ? AND state IN ('WAITING', 'IN_WORK')
                ) open
                WINDOW up_to_it AS (ORDER BY number)
            ) standing
            WHERE waits AND due_soon_on <= ? AND NOT EXISTS (
                SELECT 1 FROM case_delay d WHERE d.ticket_id = standing.id AND d.round = standing.round)
            ORDER BY cases""";

    private final Sql sql;

    LateCandidates(Sql sql) {
        this.sql = sql;
    }

    /**
     * A case as it is found, not locked.
     *
     * @param isNext whether no other case would be claimed before it
     */
    record Candidate(
            UUID ticketId, int round, LocalDate dueSoonOn, LocalDate dueOn, Standing standing, boolean isNext) {}

    /** In the order of their numbers. */
    List<Candidate> of(Lane lane, Instant now, LocalDate today) {
        return sql.list(
                row -> new Candidate(
                        Rows.uuid(row, "id"),
                        row.getInt("round"),
                        row.getObject("due_soon_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        new Standing(row.getLong("cases"), row.getLong("readers")),
                        row.getLong("waiting") == 1),
                OF_LANE,
                now,
                lane,
                today);
    }
}
