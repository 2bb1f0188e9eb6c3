package tw.ecard.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.event.UnnumberedEvent;
import tw.ecard.kit.sql.Sql;

/**
 * Records events in the running transaction. The subject's sequence row stays locked until that transaction ends, so
 * the events of one subject are numbered, and leave, in the order in which their transactions commit.
 */
@ApplicationScoped
public class Outbox {

    private static final String RECORD = """
            WITH numbered AS (
                INSERT INTO outbox_sequence AS s (topic, subject, last) VALUES (?, ?, 1)
                ON CONFLICT (topic, subject) DO UPDATE SET last = s.last + 1
                RETURNING topic, subject, last)
            INSERT INTO outbox (event_id, topic, subject, type, body, recorded_at)
            SELECT ?, topic, subject, ?, ? || last || ?, ? FROM numbered""";

    private static final int AT_ONCE = 500;
    private static final String NEXT_SEQUENCES = """
            INSERT INTO outbox_sequence AS s (topic, subject, last)
            SELECT topic, subject, count(*) FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS e (topic, subject)
            GROUP BY topic, subject ORDER BY topic, subject
            ON CONFLICT (topic, subject) DO UPDATE SET last = s.last + excluded.last
            RETURNING topic, subject, last""";
    private static final String RECORD_ALL = """
            INSERT INTO outbox (event_id, topic, subject, type, body, recorded_at)
            SELECT CAST(id AS uuid), topic, subject, type, body, ?
            FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]))
                WITH ORDINALITY AS e (id, topic, subject, type, body, place)
            ORDER BY place""";

    private final Sql sql;
    private final EventCodec codec;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;

    Outbox(Sql sql, EventCodec codec, Clock clock, TransactionSynchronizationRegistry transaction, OutboxRelay relay) {
        this.sql = sql;
        this.codec = codec;
        this.clock = clock;
        this.transaction = transaction;
        this.relay = relay;
    }

    /** Records the event; it leaves when the running transaction commits, and is forgotten when that rolls back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(NewEvent event) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        UnnumberedEvent text = codec.encode(event, id, now);
        sql.update(RECORD, event.topic(), event.subject(), id, event.type(), text.before(), text.after(), now);
        relay.wakeAfterCommit(transaction);
    }

    /** Records many events in the order given, with a few statements for all of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<NewEvent> events) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            appendAtOnce(events.subList(from, Math.min(events.size(), from + AT_ONCE)));
        }
        if (!events.isEmpty()) {
            relay.wakeAfterCommit(transaction);
        }
    }

    private void appendAtOnce(List<NewEvent> events) {
        Map<Series, Long> next = firstSequences(events);
        Instant now = clock.instant();
        String[] ids = new String[events.size()];
        String[] bodies = new String[events.size()];
        for (int i = 0; i < ids.length; i++) {
            NewEvent event = events.get(i);
            UUID id = UUID.randomUUID();
            long sequence = next.merge(Series.of(event), 1L, Long::sum) - 1;
            ids[i] = id.toString();
            bodies[i] = codec.encode(event, id, sequence, now);
        }
        sql.update(
                RECORD_ALL,
                now,
                ids,
                texts(events, NewEvent::topic),
                texts(events, NewEvent::subject),
                texts(events, NewEvent::type),
                bodies);
    }

    /** Takes as many numbers of each series as it has events here; gives the first of them. */
    private Map<Series, Long> firstSequences(List<NewEvent> events) {
        Map<Series, Long> first = new HashMap<>();
        sql.list(
                        row -> Map.entry(
                                new Series(row.getString("topic"), row.getString("subject")), row.getLong("last")),
                        NEXT_SEQUENCES,
                        texts(events, NewEvent::topic),
                        texts(events, NewEvent::subject))
                .forEach(last -> first.put(last.getKey(), last.getValue() + 1));
        events.forEach(event -> first.merge(Series.of(event), -1L, Long::sum));
        return first;
    }

    private static String[] texts(List<NewEvent> events, Function<NewEvent, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /** Events that are numbered together. */
    private record Series(String topic, String subject) {

        static Series of(NewEvent event) {
            return new Series(event.topic(), event.subject());
        }
    }
}
