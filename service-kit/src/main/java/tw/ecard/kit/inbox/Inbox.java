package tw.ecard.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.MalformedEvent;
import tw.ecard.kit.event.ReceivedEvent;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.sql.SqlState;

/** Keeps each event once and applies the events of a subject in their order. */
@ApplicationScoped
public class Inbox {

    private static final String KEEP = """
            INSERT INTO inbox (event_id, topic, subject, sequence, body, received_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    /** The same, and then LOCK_PROGRESS: the count makes the one wait for the other, in this order for everybody. */
    private static final String KEEP_AND_LOCK_PROGRESS = """
            WITH kept AS (
                INSERT INTO inbox (event_id, topic, subject, sequence, body, received_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                RETURNING sequence)
            INSERT INTO inbox_progress AS p (topic, subject, applied)
            SELECT CAST(? AS text), CAST(? AS text), 0 * count(*) FROM kept
            ON CONFLICT (topic, subject) DO UPDATE SET applied = p.applied
            RETURNING applied, EXISTS (SELECT 1 FROM kept) AS is_new""";

    private static final String LOCK_PROGRESS = """
            INSERT INTO inbox_progress AS p (topic, subject, applied) VALUES (?, ?, 0)
            ON CONFLICT (topic, subject) DO UPDATE SET applied = p.applied
            RETURNING applied""";
    private static final String HAS_OPEN_DEAD_LETTER = """
            SELECT count(*) FROM dead_letter WHERE topic = ? AND subject = ? AND replayed_at IS NULL""";
    private static final String NEXT = """
            SELECT body FROM inbox WHERE topic = ? AND subject = ? AND sequence = ? AND applied_at IS NULL""";
    private static final String APPLIED = """
            WITH done AS (
                UPDATE inbox SET applied_at = ? WHERE topic = ? AND subject = ? AND sequence = ?)
            UPDATE inbox_progress p SET applied = ? WHERE topic = ? AND subject = ?
            RETURNING EXISTS (
                SELECT 1 FROM inbox i
                WHERE i.topic = p.topic AND i.subject = p.subject AND i.sequence = p.applied + 1) AS more""";

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
    private final Set<String> leftIn = ConcurrentHashMap.newKeySet();

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
     * @throws RuntimeException when the database failed: the same may go well later
     * @throws MalformedEvent when another event has its place in the sequence
     */
    public void receive(ReceivedEvent event, String body) {
        if (applyOne(event.topic(), event.subject(), () -> keepAndFindNext(event, body))) {
            drain(event.topic(), event.subject());
        }
    }

    /** Applies what waits for the subject, as far as the sequence reaches. */
    void drain(String topic, String subject) {
        try {
            while (applyNext(topic, subject, () -> {})) {
                LOG.debug("one event applied, the next may wait");
            }
        } catch (EventNotApplied e) {
            throw e;
        } catch (RuntimeException e) {
            leftIn.add(topic);
            throw e;
        }
    }

    /** Whether somebody here stopped between an event and those that waited for it. */
    boolean hasLeft(String topic) {
        return leftIn.contains(topic);
    }

    /** Applies what was left between an event and those that waited for it, here or by a crash. */
    void resume(String topic) {
        leftIn.remove(topic);
        try {
            sql.list(row -> row.getString(1), READY, topic).forEach(subject -> drain(topic, subject));
        } catch (RuntimeException e) {
            leftIn.add(topic);
            throw e;
        }
    }

    /** Keeps the event without applying it; in the running transaction. */
    void keep(ReceivedEvent event, String body) {
        int kept =
                sql.update(KEEP, event.id(), event.topic(), event.subject(), event.sequence(), body, clock.instant());
        if (kept == 0) {
            requireKnown(event);
        }
    }

    private void requireKnown(ReceivedEvent event) {
        if (sql.number("SELECT count(*) FROM inbox WHERE event_id = ?", event.id()) == 0) {
            throw new MalformedEvent("another event of the subject is number " + event.sequence());
        }
    }

    /**
     * Applies the subject's next event, if it is there, in one transaction with what comes first.
     *
     * @return whether the event after it waits
     */
    boolean applyNext(String topic, String subject, Runnable first) {
        return applyOne(topic, subject, () -> {
            first.run();
            return next(topic, subject);
        });
    }

    /**
     * Applies the event that is found, in the transaction in which it is found. Whatever fails from the moment the event
     * is read is put down to it, since a statement may be refused only when the transaction commits; but not what would
     * have failed with any other event, too. After such a failure it may be applied all the same, when only the answer to
     * the commit was lost: what waits for it is looked for.
     */
    private boolean applyOne(String topic, String subject, Supplier<Optional<Waiting>> find) {
        AtomicReference<Waiting> trying = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Waiting> next = find.get();
                next.ifPresent(trying::set);
                return next.isPresent() && apply(topic, subject, next.get());
            });
        } catch (RuntimeException e) {
            Waiting event = trying.get();
            if (event == null) {
                throw e;
            }
            if (SqlState.PASSING.caused(e)) {
                leftIn.add(topic);
                throw e;
            }
            throw new EventNotApplied(topic, subject, event.sequence(), event.body(), e);
        }
    }

    /** An event that is new and next in line needs not be looked for, and no dead letter can be before it. */
    private Optional<Waiting> keepAndFindNext(ReceivedEvent event, String body) {
        Progress progress = sql.first(
                        row -> new Progress(row.getLong("applied"), row.getBoolean("is_new")),
                        KEEP_AND_LOCK_PROGRESS,
                        event.id(),
                        event.topic(),
                        event.subject(),
                        event.sequence(),
                        body,
                        clock.instant(),
                        event.topic(),
                        event.subject())
                .orElseThrow();
        if (progress.isNew() && event.sequence() == progress.applied() + 1) {
            return Optional.of(new Waiting(event.sequence(), body, () -> event));
        }
        if (!progress.isNew()) {
            requireKnown(event);
        }
        return next(event.topic(), event.subject(), progress.applied() + 1);
    }

    private Optional<Waiting> next(String topic, String subject) {
        return next(topic, subject, sql.number(LOCK_PROGRESS, topic, subject) + 1);
    }

    private Optional<Waiting> next(String topic, String subject, long sequence) {
        if (sql.number(HAS_OPEN_DEAD_LETTER, topic, subject) > 0) {
            return Optional.empty();
        }
        return sql.first(row -> row.getString(1), NEXT, topic, subject, sequence)
                .map(body -> new Waiting(sequence, body, () -> decode(topic, body)));
    }

    private ReceivedEvent decode(String topic, String body) {
        return codec.decode(topic, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives whether the event after it waits; one that comes from now on finds this one applied. */
    private boolean apply(String topic, String subject, Waiting waiting) {
        ReceivedEvent event = waiting.event().get();
        for (EventSubscription subscription : subscriptions) {
            if (subscription.topic().equals(topic)) {
                subscription.apply(event);
            }
        }
        return sql.first(
                        row -> row.getBoolean("more"),
                        APPLIED,
                        clock.instant(),
                        topic,
                        subject,
                        waiting.sequence(),
                        waiting.sequence(),
                        topic,
                        subject)
                .orElseThrow();
    }

    /** How far the events of a subject are applied, and whether the one that came is new. */
    private record Progress(long applied, boolean isNew) {}

    /** @param event reads the body, which may turn out to be none */
    private record Waiting(long sequence, String body, Supplier<ReceivedEvent> event) {}
}
