package tw.ecard.queue.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/**
 * The gate of each lane: one row. Whoever admits to a lane or claims from it holds the row until the transaction ends,
 * so that both happen in one order over all replicas.
 */
@ApplicationScoped
public class Lanes {

    private static final String STANDING = """
            SELECT lane, admitted_up_to, stalled_since FROM lane ORDER BY lane DESC""";
    private static final String ADMITTED = """
            UPDATE lane SET admitted_up_to = ?, stalled_since =
                CASE WHEN EXISTS (SELECT 1 FROM ticket t WHERE t.lane = lane.lane AND t.number > ?)
                THEN CAST(? AS timestamptz) END
            WHERE lane = ?
            RETURNING EXISTS (SELECT 1 FROM ticket t WHERE t.lane = lane.lane AND t.number = lane.admitted_up_to + 1)""";
    private static final String STALLED = """
            UPDATE lane SET stalled_since = ?
            WHERE lane = ? AND admitted_up_to = ? AND stalled_since IS NULL""";

    private final Sql sql;

    Lanes(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes the gate. Rows that only refer to the lane can be written meanwhile: whoever decides a case has its lock, and
     * must not wait here for somebody who wants it.
     *
     * @return the number up to which every ticket is admitted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long lock(Lane lane) {
        return sql.number("SELECT admitted_up_to FROM lane WHERE lane = ? FOR NO KEY UPDATE", lane);
    }

    /**
     * Says how far admission has come; only for whoever holds the gate. When higher numbers have come already, the next
     * one is missed from now on.
     *
     * @return whether the next one has come and can be admitted, too
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean admittedUpTo(Lane lane, long number, Instant now) {
        return sql.first(row -> row.getBoolean(1), ADMITTED, number, number, now, lane)
                .orElseThrow();
    }

    /** Says that the number after this one was drawn and has not come; changes nothing when it has come by now. */
    @Transactional
    public void stalled(Lane lane, long admittedUpTo, Instant now) {
        sql.update(STALLED, now, lane, admittedUpTo);
    }

    /** How each lane stands, review first; does not wait for the gates. */
    @Transactional
    public List<LaneStanding> standing() {
        return sql.list(
                row -> new LaneStanding(
                        Lane.valueOf(row.getString("lane")),
                        row.getLong("admitted_up_to"),
                        Rows.instant(row, "stalled_since")),
                STANDING);
    }

    /** How the lane stands; does not wait for its gate. */
    public LaneStanding standing(Lane lane) {
        return standing().stream()
                .filter(standing -> standing.lane() == lane)
                .findFirst()
                .orElseThrow();
    }
}
