package tw.ecard.queue.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import tw.ecard.kit.sql.Sql;

/**
 * The gate of each lane: one row. Whoever admits to a lane or claims from it holds the row until the transaction ends,
 * so that both happen in one order over all replicas.
 */
@ApplicationScoped
public class Lanes {

    private final Sql sql;

    Lanes(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes the gate.
     *
     * @return the number up to which every ticket is admitted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long lock(Lane lane) {
        return sql.number("SELECT admitted_up_to FROM lane WHERE lane = ? FOR UPDATE", lane);
    }

    /** Takes the gates of all lanes, in an order that cannot deadlock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockAll() {
        for (Lane lane : Lane.values()) {
            lock(lane);
        }
    }

    /** Says how far admission has come; only for whoever holds the gate. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void admittedUpTo(Lane lane, long number) {
        sql.update("UPDATE lane SET admitted_up_to = ? WHERE lane = ?", number, lane);
    }
}
