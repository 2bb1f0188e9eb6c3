package tw.ecard.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.MalformedEvent;
import tw.ecard.kit.event.ReceivedEvent;
import tw.ecard.kit.sql.Sql;

/** Keeps each event once and applies the events of a subject in their order. */
@ApplicationScoped
public class Inbox {

    private static final String KEEP = """
            INSERT INTO inbox (event_id, topic, subject, sequence, body, received_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String LOCK_PROGRESS = """
            INSERT INTO inbox_progress AS p (topic, subject, applied) VALUES (?, ?, 0)
            ON CONFLICT (topic, subject) DO UPDATE SET applied = p.applied
            RETURNING applied""";
    private static final String HAS_OPEN_DEAD_LETTER = """
            SELECT count(*) FROM dead_letter WHERE topic = ? AND subject = ? AND replayed_at IS NULL""";
    private static final String NEXT = """
            SELECT body FROM inbox WHERE topic = ? AND subject = ? AND sequence = ? AND applied_at IS NULL""";

    private static final String READY = """
            SELECT p.subject FROM inbox_progress p
            JOIN inbox i ON i.topic = p.topic AND i.subject = p.subject AND i.sequence = p.applied + 1
            WHERE p.topic = ? AND NOT EXISTS (
                SELECT 1 FROM dead_letter d
                WHERE d.topic = p.topic AND d.subject = p.subject AND d.replayed_at IS NULL)
            ORDER BY p.subject""";

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Sql sql;
    private final EventCodec codec;
    private final Clock clock;
    private final Instance<EventSubscription> subscriptions;

    Inbox(Sql sql, EventCodec codec, Clock clock, Instance<EventSubscription> subscriptions) {
        this.sql = sql;
        this.codec = codec;
        this.clock = clock;
        this.subscriptions = subscriptions;
    }

    /**
     * Keeps the event and applies it, and what waited for it. An event that came before is passed over; one whose
     * predecessor is missing is kept until that arrives.
     *
     * @throws EventNotApplied when a handler failed; the event itself is not lost, the broker or the caller has it
     * @throws MalformedEvent when another event has its place in the sequence
     */
    public void receive(ReceivedEvent event, String body) {
        applyNext(event.topic(), event.subject(), () -> keep(event, body));
        drain(event.topic(), event.subject());
    }

    /** Applies what waits for the subject, as far as the sequence reaches. */
    void drain(String topic, String subject) {
        while (applyNext(topic, subject, () -> {})) {
            LOG.debug("one event applied, the next may wait");
        }
    }

    /** Applies what a crash left between an event and those that waited for it. */
    void resume(String topic) {
        sql.list(row -> row.getString(1), READY, topic).forEach(subject -> drain(topic, subject));
    }

    /** Keeps the event without applying it; in the running transaction. */
    void keep(ReceivedEvent event, String body) {
        int kept =
                sql.update(KEEP, event.id(), event.topic(), event.subject(), event.sequence(), body, clock.instant());
        if (kept == 0 && sql.number("SELECT count(*) FROM inbox WHERE event_id = ?", event.id()) == 0) {
            throw new MalformedEvent("another event of the subject is number " + event.sequence());
        }
    }

    /**
     * Applies the subject's next event, in one transaction with what comes first. Whatever fails from the moment the
     * event is read is put down to it: a statement may be refused only when the transaction commits.
     *
     * @return false when no event can be applied now
     */
    boolean applyNext(String topic, String subject, Runnable first) {
        AtomicReference<Waiting> trying = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                first.run();
                Optional<Waiting> next = next(topic, subject);
                next.ifPresent(event -> {
                    trying.set(event);
                    apply(topic, subject, event);
                });
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            Waiting event = trying.get();
            if (event == null) {
                throw e;
            }
            throw new EventNotApplied(topic, subject, event.sequence(), event.body(), e);
        }
    }

    private Optional<Waiting> next(String topic, String subject) {
        long sequence = sql.number(LOCK_PROGRESS, topic, subject) + 1;
        if (sql.number(HAS_OPEN_DEAD_LETTER, topic, subject) > 0) {
            return Optional.empty();
        }
        return sql.first(row -> new Waiting(sequence, row.getString(1)), NEXT, topic, subject, sequence);
    }

    private void apply(String topic, String subject, Waiting waiting) {
        ReceivedEvent event = codec.decode(topic, waiting.body().getBytes(StandardCharsets.UTF_8));
        for (EventSubscription subscription : subscriptions) {
            if (subscription.topic().equals(topic)) {
                subscription.apply(event);
            }
        }
        sql.update(
                "UPDATE inbox SET applied_at = ? WHERE topic = ? AND subject = ? AND sequence = ?",
                clock.instant(),
                topic,
                subject,
                waiting.sequence());
        sql.update(
                "UPDATE inbox_progress SET applied = ? WHERE topic = ? AND subject = ?",
                waiting.sequence(),
                topic,
                subject);
    }

    private record Waiting(long sequence, String body) {}
}
