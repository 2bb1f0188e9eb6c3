package tw.ecard.queue.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.lane.Lane;

/** Whose turn it is to fetch the missing numbers of a lane, over all replicas, and which of them have come. */
@ApplicationScoped
class LaneWatch {

    private static final String TAKE_TURN =
            "UPDATE lane_watch SET next_turn_at = ? WHERE lane = ? AND next_turn_at <= ?";
    private static final String COME = "SELECT number FROM ticket WHERE lane = ? AND number = ANY (?)";

    private final Sql sql;

    LaneWatch(Sql sql) {
        this.sql = sql;
    }

    /** Gives true to one of those who ask, until the next turn. */
    @Transactional
    boolean takeTurn(Lane lane, Instant now, Instant next) {
        return sql.update(TAKE_TURN, next, lane, now) == 1;
    }

    /** Those of the numbers that have come, admitted or not. */
    @Transactional
    Set<Long> come(Lane lane, Collection<Long> numbers) {
        return new HashSet<>(sql.list(row -> row.getLong(1), COME, lane, numbers.toArray(Long[]::new)));
    }
}
