package tw.ecard.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import tw.ecard.kit.sql.Sql;

/**
 * Sends recorded events to Kafka in the order of their recording. All replicas run it; whoever holds the lock row sends
 * a batch and marks it in the same transaction, so that one sends at a time and a crash sends again rather than never.
 * The first event that cannot be sent ends the batch: nothing overtakes it.
 */
@Startup
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int IDLE_TIMEOUTS = 4;

    private final OutboxConfig config;
    private final Sql sql;
    private final Clock clock;
    private final EventPublisher publisher;
    private final Semaphore wakeUp = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread worker;
    private volatile boolean stuck;

    OutboxRelay(OutboxConfig config, Sql sql, Clock clock, EventPublisher publisher) {
        this.config = config;
        this.sql = sql;
        this.clock = clock;
        this.publisher = publisher;
        this.worker = new Thread(this::run, "outbox-relay");
    }

    @PostConstruct
    void start() {
        if (config.relayEnabled()) {
            worker.start();
            wake();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        wake();
        worker.join(config.deliveryTimeout().toMillis());
    }

    /** Says that events were committed. */
    public void wake() {
        wakeUp.release();
    }

    /** True while the broker or the database takes nothing. */
    boolean isStuck() {
        return stuck;
    }

    private void run() {
        try {
            while (!isStopping()) {
                awaitWork();
                relayAll();
            }
        } catch (InterruptedException e) {
            LOG.debug("the relay was interrupted and ends");
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void awaitWork() throws InterruptedException {
        if (config.pollInterval().isZero()) {
            wakeUp.acquire();
        } else {
            wakeUp.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
        wakeUp.drainPermits();
    }

    private void relayAll() throws InterruptedException {
        Outcome outcome = Outcome.MORE_MAY_WAIT;
        while (outcome != Outcome.ALL_SENT && !isStopping()) {
            outcome = tryBatch();
            if (outcome == Outcome.STUCK) {
                stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Says once that events wait, and once that they go again, however long it takes. */
    private Outcome tryBatch() {
        Outcome outcome = Outcome.STUCK;
        try {
            outcome = relayBatch();
        } catch (RuntimeException e) {
            LOG.logf(stuck ? Logger.Level.DEBUG : Logger.Level.WARN, e, "the outbox could not be read or marked");
        }
        if (stuck != (outcome == Outcome.STUCK)) {
            stuck = !stuck;
            LOG.warn(stuck ? "recorded events wait, trying again every second" : "recorded events leave again");
        }
        return outcome;
    }

    /** Sends what waits, up to one batch. */
    private Outcome relayBatch() {
        Duration idle = config.deliveryTimeout().multipliedBy(IDLE_TIMEOUTS);
        return QuarkusTransaction.requiringNew()
                .timeout((int) idle.toSeconds() * 2)
                .call(() -> {
                    // A replica that is frozen while it holds the lock loses its connection, and with it the lock.
                    sql.list(
                            row -> row.getString(1),
                            "SELECT set_config('idle_in_transaction_session_timeout', ?, true)",
                            idle.toMillis() + "ms");
                    sql.number("SELECT id FROM outbox_relay_lock WHERE id = 1 FOR UPDATE");
                    List<RecordedEvent> batch = unsent();
                    List<RecordedEvent> sent = publisher.publish(batch);
                    markSent(sent);
                    if (sent.size() < batch.size()) {
                        return Outcome.STUCK;
                    }
                    return batch.size() < config.batchSize() ? Outcome.ALL_SENT : Outcome.MORE_MAY_WAIT;
                });
    }

    private List<RecordedEvent> unsent() {
        return sql.list(
                row -> new RecordedEvent(
                        row.getLong("id"), row.getString("topic"), row.getString("subject"), row.getString("body")),
                "SELECT id, topic, subject, body FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT ?",
                config.batchSize());
    }

    private void markSent(List<RecordedEvent> sent) {
        if (!sent.isEmpty()) {
            Long[] ids = sent.stream().map(RecordedEvent::id).toArray(Long[]::new);
            sql.update("UPDATE outbox SET sent_at = ? WHERE id = ANY (?)", clock.instant(), ids);
        }
    }

    private enum Outcome {
        ALL_SENT,
        MORE_MAY_WAIT,
        /** The broker or the database does not take part. */
        STUCK
    }
}
