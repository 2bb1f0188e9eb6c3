package tw.ecard.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.event.ReceivedEvent;
import tw.ecard.kit.outbox.Outbox;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/** The events that wait for an administrator. */
@ApplicationScoped
public class DeadLetters {

    private static final String TOPIC_SUFFIX = ".dlq";
    private static final String EVENT_TYPE = "tw.ecard.dead-letter.v1";
    private static final String RECORD = """
            INSERT INTO dead_letter (id, topic, subject, sequence, body, cause, failed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String OPEN = """
            SELECT id, topic, subject, sequence, cause, failed_at FROM dead_letter
            WHERE replayed_at IS NULL ORDER BY failed_at, id LIMIT 1000""";

    private final Sql sql;
    private final EventCodec codec;
    private final Clock clock;
    private final Inbox inbox;
    private final Outbox outbox;

    DeadLetters(Sql sql, EventCodec codec, Clock clock, Inbox inbox, Outbox outbox) {
        this.sql = sql;
        this.codec = codec;
        this.clock = clock;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    /** The letters that nobody replayed yet, the oldest first; at most 1,000. */
    public List<DeadLetter> open() {
        return sql.list(
                row -> new DeadLetter(
                        Rows.uuid(row, "id"),
                        row.getString("topic"),
                        row.getString("subject"),
                        row.getObject("sequence", Long.class),
                        row.getString("cause"),
                        Rows.instant(row, "failed_at")),
                OPEN);
    }

    /**
     * Tries the letter again, and what waited behind it. When it fails again it is a dead letter again.
     *
     * @return false when no open letter has this id
     */
    public boolean replay(UUID id) {
        Optional<Taken> taken = QuarkusTransaction.requiringNew().call(() -> take(id));
        taken.ifPresent(letter -> {
            try {
                if (letter.subject() == null) {
                    inbox.receive(
                            codec.decode(letter.topic(), letter.body().getBytes(StandardCharsets.UTF_8)),
                            letter.body());
                } else {
                    inbox.drain(letter.topic(), letter.subject());
                }
            } catch (EventNotApplied e) {
                record(e);
            } catch (RuntimeException e) {
                unreadable(letter.topic(), letter.body(), e);
            }
        });
        return taken.isPresent();
    }

    /** Records what was no event. */
    void unreadable(String topic, String body, Throwable cause) {
        QuarkusTransaction.requiringNew().run(() -> record(topic, null, null, body, cause));
    }

    /** Records an event whose handler fails. */
    void record(EventNotApplied failure) {
        QuarkusTransaction.requiringNew()
                .run(() -> record(
                        failure.topic(), failure.subject(), failure.sequence(), failure.body(), failure.getCause()));
    }

    /** Records an event whose handler fails, and keeps the one that just came, which may be another. */
    void record(EventNotApplied failure, ReceivedEvent received, String body) {
        QuarkusTransaction.requiringNew().run(() -> {
            inbox.keep(received, body);
            record(failure.topic(), failure.subject(), failure.sequence(), failure.body(), failure.getCause());
        });
    }

    private void record(String topic, String subject, Long sequence, String body, Throwable cause) {
        UUID id = UUID.randomUUID();
        String reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        if (sql.update(RECORD, id, topic, subject, sequence, body, reason, clock.instant()) == 1) {
            String key = subject == null ? id.toString() : subject;
            outbox.append(new NewEvent(topic + TOPIC_SUFFIX, key, EVENT_TYPE, new Letter(id, topic, reason, body)));
        }
    }

    private Optional<Taken> take(UUID id) {
        return sql.first(
                row -> new Taken(row.getString("topic"), row.getString("subject"), row.getString("body")),
                """
                UPDATE dead_letter SET replayed_at = ? WHERE id = ? AND replayed_at IS NULL
                RETURNING topic, subject, body""",
                clock.instant(),
                id);
    }

    private record Taken(String topic, String subject, String body) {}

    private record Letter(UUID deadLetterId, String topic, String cause, String event) {}
}
