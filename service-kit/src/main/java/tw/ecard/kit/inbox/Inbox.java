package tw.ecard.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import tw.ecard.kit.event.EventCodec;
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
     */
    public void receive(ReceivedEvent event, String body) {
        inTransaction(() -> {
            keep(event, body);
            return applyNext(event.topic(), event.subject());
        });
        drain(event.topic(), event.subject());
    }

    /** Applies what waits for the subject, as far as the sequence reaches. */
    void drain(String topic, String subject) {
        boolean applied;
        do {
            applied = inTransaction(() -> applyNext(topic, subject));
        } while (applied);
    }

    /** Keeps the event without applying it; in the running transaction. */
    void keep(ReceivedEvent event, String body) {
        sql.update(KEEP, event.id(), event.topic(), event.subject(), event.sequence(), body, clock.instant());
    }

    private boolean applyNext(String topic, String subject) {
        long sequence = sql.number(LOCK_PROGRESS, topic, subject) + 1;
        if (sql.number(HAS_OPEN_DEAD_LETTER, topic, subject) > 0) {
            return false;
        }
        Optional<String> next = sql.first(row -> row.getString(1), NEXT, topic, subject, sequence);
        next.ifPresent(body -> apply(topic, subject, sequence, body));
        return next.isPresent();
    }

    private void apply(String topic, String subject, long sequence, String body) {
        try {
            ReceivedEvent event = codec.decode(topic, body.getBytes(StandardCharsets.UTF_8));
            for (EventSubscription subscription : subscriptions) {
                if (subscription.topic().equals(topic)) {
                    subscription.apply(event);
                }
            }
        } catch (RuntimeException e) {
            throw new EventNotApplied(topic, subject, sequence, body, e);
        }
        sql.update(
                "UPDATE inbox SET applied_at = ? WHERE topic = ? AND subject = ? AND sequence = ?",
                clock.instant(),
                topic,
                subject,
                sequence);
        sql.update("UPDATE inbox_progress SET applied = ? WHERE topic = ? AND subject = ?", sequence, topic, subject);
    }

    private static boolean inTransaction(java.util.concurrent.Callable<Boolean> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
