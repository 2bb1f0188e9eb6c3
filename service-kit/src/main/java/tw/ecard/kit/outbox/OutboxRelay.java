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
    private static final int TRANSACTION_TIMEOUT_SECONDS = 60;

    private final OutboxConfig config;
    private final Sql sql;
    private final Clock clock;
    private final EventPublisher publisher;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Thread worker;
    private volatile boolean running = true;

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
        running = false;
        wake();
        worker.join(config.deliveryTimeout().toMillis());
    }

    /** Says that events were committed. */
    public void wake() {
        wakeUp.release();
    }

    private void run() {
        while (running) {
            try {
                awaitWork();
                while (running && relayBatch() == config.batchSize()) {
                    LOG.debug("a full batch was sent, more may wait");
                }
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                LOG.warnf(e, "events could not be relayed, trying again in %s", PAUSE_AFTER_FAILURE);
                pauseAfterFailure();
            }
        }
    }

    private void awaitWork() throws InterruptedException {
        if (config.pollInterval().isZero()) {
            wakeUp.acquire();
        } else {
            wakeUp.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
        wakeUp.drainPermits();
    }

    private void pauseAfterFailure() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
            wake();
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Sends what waits, up to one batch; gives how many events were sent. */
    private int relayBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_TIMEOUT_SECONDS)
                .call(() -> {
                    // A replica that is frozen while it holds the lock loses its connection, and with it the lock.
                    sql.list(
                            row -> row.getString(1),
                            "SELECT set_config('idle_in_transaction_session_timeout', '30s', true)");
                    sql.number("SELECT id FROM outbox_relay_lock WHERE id = 1 FOR UPDATE");
                    List<RecordedEvent> batch = unsent();
                    List<RecordedEvent> sent = publisher.publish(batch);
                    markSent(sent);
                    if (sent.size() < batch.size()) {
                        LOG.warnf("%d of %d events wait for the broker", batch.size() - sent.size(), batch.size());
                        wakeUp.release();
                    }
                    return sent.size();
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
}
