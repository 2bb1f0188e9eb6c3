package tw.ecard.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.wake.WakeUp;

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

    private final OutboxConfig config;
    private final Sql sql;
    private final Clock clock;
    private final EventPublisher publisher;
    private final RelayLock lock;
    private final FilledTopics filled;
    private final WakeUp wakeUp = new WakeUp(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread worker;
    private volatile boolean stuck;
    private long lookedAt;

    OutboxRelay(
            OutboxConfig config, Sql sql, Clock clock, EventPublisher publisher, RelayLock lock, FilledTopics filled) {
        this.config = config;
        this.sql = sql;
        this.clock = clock;
        this.publisher = publisher;
        this.lock = lock;
        this.filled = filled;
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

    /** Says that events are there to be sent. */
    public void wake() {
        wakeUp.call();
    }

    /** Says so when the running transaction is committed. */
    void wakeAfterCommit(TransactionSynchronizationRegistry transaction) {
        wakeUp.callAfterCommit(transaction);
    }

    /** True while the broker or the database takes nothing. */
    boolean isStuck() {
        return stuck;
    }

    private void run() {
        try {
            // At once: Kafka's data may be lost since the service ran.
            lookedAt = System.nanoTime() - config.topicCheckInterval().toNanos();
            while (!isStopping()) {
                boolean work = awaitWork();
                if (lookAtTopics() || work) {
                    relayAll();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the relay was interrupted and ends");
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Gives false when there is nothing to do but to look at the topics. */
    private boolean awaitWork() throws InterruptedException {
        boolean polls = !config.pollInterval().isZero();
        Duration longest = polls ? config.pollInterval() : config.topicCheckInterval();
        return wakeUp.await(longest) || polls;
    }

    /** Every now and then, also while nothing is to be sent; gives whether something is to be sent again. */
    private boolean lookAtTopics() {
        if (System.nanoTime() - lookedAt < config.topicCheckInterval().toNanos()) {
            return false;
        }
        lookedAt = System.nanoTime();
        try {
            return filled.lookAtAll();
        } catch (RuntimeException e) {
            LOG.debug("the topics could not be looked at", e);
            return false;
        }
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
        } catch (KafkaException e) {
            LOG.debug("the broker could not be asked for its topics", e);
        } catch (RuntimeException e) {
            LOG.logf(stuck ? Logger.Level.DEBUG : Logger.Level.WARN, e, "the outbox could not be read or marked");
        }
        if (outcome == Outcome.STUCK) {
            filled.forget();
        }
        if (stuck != (outcome == Outcome.STUCK)) {
            stuck = !stuck;
            LOG.warn(stuck ? "recorded events wait, trying again every second" : "recorded events leave again");
        }
        return outcome;
    }

    /** Sends what waits, up to one batch; looks first at topics of which it does not know whether they are the same. */
    private Outcome relayBatch() {
        Set<String> unseen = new HashSet<>();
        Outcome outcome = lock.holding(() -> {
            List<RecordedEvent> batch = unsent();
            batch.stream().map(RecordedEvent::topic).filter(filled::isUnseen).forEach(unseen::add);
            return unseen.isEmpty() ? send(batch) : Outcome.MORE_MAY_WAIT;
        });
        filled.look(unseen);
        return outcome;
    }

    private Outcome send(List<RecordedEvent> batch) {
        List<RecordedEvent> sent = publisher.publish(batch);
        markSent(sent);
        if (sent.size() < batch.size()) {
            return Outcome.STUCK;
        }
        return batch.size() < config.batchSize() ? Outcome.ALL_SENT : Outcome.MORE_MAY_WAIT;
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
