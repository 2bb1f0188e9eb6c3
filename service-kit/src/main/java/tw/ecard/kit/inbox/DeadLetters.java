package tw.ecard.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.MalformedEvent;
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
    private static final String OPEN_OF_SUBJECT = """
            SELECT id, topic, subject, sequence, cause, failed_at FROM dead_letter
            WHERE topic = ? AND subject = ? AND replayed_at IS NULL""";

    private static final String FIND_OPEN =
            "SELECT id, topic, subject, body FROM dead_letter WHERE id = ? AND replayed_at IS NULL";

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
        return sql.list(DeadLetters::read, OPEN);
    }

    /** The letter behind which the later events of the subject wait. */
    public Optional<DeadLetter> openOf(String topic, String subject) {
        return sql.first(DeadLetters::read, OPEN_OF_SUBJECT, topic, subject);
    }

    /** How many letters nobody replayed yet. */
    public long countOpen() {
        return sql.number("SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL");
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                Rows.uuid(row, "id"),
                row.getString("topic"),
                row.getString("subject"),
                row.getObject("sequence", Long.class),
                row.getString("cause"),
                Rows.instant(row, "failed_at"));
    }

    /**
     * Tries the letter again, and what waited behind it. A letter that fails again stays open, with the new cause; an
     * event behind it that fails becomes a letter of its own.
     *
     * @return false when no open letter has this id
     */
    public boolean replay(UUID id) {
        Optional<Letter> open = sql.first(Letter::read, FIND_OPEN, id);
        open.ifPresent(letter -> {
            try {
                if (letter.subject() == null) {
                    receive(letter);
                } else if (inbox.applyNext(letter.topic(), letter.subject(), () -> close(letter))) {
                    drain(letter.topic(), letter.subject());
                }
            } catch (EventNotApplied e) {
                failedAgain(letter, e.getCause());
            } catch (MalformedEvent e) {
                failedAgain(letter, e);
            }
        });
        return open.isPresent();
    }

    private void receive(Letter letter) {
        ReceivedEvent event = codec.decode(letter.topic(), letter.body().getBytes(StandardCharsets.UTF_8));
        inbox.applyNext(event.topic(), event.subject(), () -> {
            close(letter);
            inbox.keep(event, letter.body());
        });
        drain(event.topic(), event.subject());
    }

    private void drain(String topic, String subject) {
        try {
            inbox.drain(topic, subject);
        } catch (EventNotApplied e) {
            record(e);
        }
    }

    private void close(Letter letter) {
        sql.update("UPDATE dead_letter SET replayed_at = ? WHERE id = ?", clock.instant(), letter.id());
    }

    private void failedAgain(Letter letter, Throwable cause) {
        sql.update(
                "UPDATE dead_letter SET cause = ?, failed_at = ? WHERE id = ? AND replayed_at IS NULL",
                reason(cause),
                clock.instant(),
                letter.id());
    }

    /** Records what was no event. */
    void unreadable(String topic, String body, Throwable cause) {
        // The one character that PostgreSQL refuses in a text; a letter that cannot be kept would stop its partition
        // for good.
        String kept = body.replace('\0', '\uFFFD');
        QuarkusTransaction.requiringNew().run(() -> record(topic, null, null, kept, cause));
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
        if (sql.update(RECORD, id, topic, subject, sequence, body, reason(cause), clock.instant()) == 1) {
            String key = subject == null ? id.toString() : subject;
            outbox.append(new NewEvent(
                    topic + TOPIC_SUFFIX, key, EVENT_TYPE, new LetterData(id, topic, reason(cause), body)));
        }
    }

    /** The first cause says what happened; what wraps it says only where. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private record Letter(UUID id, String topic, String subject, String body) {

        static Letter read(ResultSet row) throws SQLException {
            return new Letter(
                    Rows.uuid(row, "id"), row.getString("topic"), row.getString("subject"), row.getString("body"));
        }
    }

    private record LetterData(UUID deadLetterId, String topic, String cause, String event) {}
}
