package tw.ecard.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import tw.ecard.kit.sql.Sql;

/** One row: over all replicas, whoever holds it says which events are sent. */
@ApplicationScoped
class RelayLock {

    private static final int IDLE_TIMEOUTS = 4;
    /**
     * A replica that is frozen while it holds the lock loses its connection, and with it the lock. The commit does not wait
     * for the disk: when the database server crashes just after it, what was sent is sent again.
     */
    private static final String LOCK = """
            SELECT set_config('idle_in_transaction_session_timeout', ?, true),
                set_config('synchronous_commit', 'off', true)
            FROM outbox_relay_lock WHERE id = 1 FOR UPDATE""";

    private final OutboxConfig config;
    private final Sql sql;

    RelayLock(OutboxConfig config, Sql sql) {
        this.config = config;
        this.sql = sql;
    }

    /** Does the work, which can be done again, in a transaction of its own that holds the lock. */
    <T> T holding(Callable<T> work) {
        Duration idle = config.deliveryTimeout().multipliedBy(IDLE_TIMEOUTS);
        return QuarkusTransaction.requiringNew()
                .timeout((int) idle.toSeconds() * 2)
                .call(() -> {
                    sql.list(row -> row.getString(1), LOCK, idle.toMillis() + "ms");
                    return work.call();
                });
    }
}
