package tw.ecard.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.sql.Sql;

/**
 * Records events in the running transaction. The subject's sequence row stays locked until that transaction ends, so
 * the events of one subject are numbered, and leave, in the order in which their transactions commit.
 */
@ApplicationScoped
public class Outbox {

    private static final String NEXT_SEQUENCE = """
            INSERT INTO outbox_sequence AS s (topic, subject, last) VALUES (?, ?, 1)
            ON CONFLICT (topic, subject) DO UPDATE SET last = s.last + 1
            RETURNING last""";
    private static final String RECORD = """
            INSERT INTO outbox (event_id, topic, subject, type, body, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

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
        long sequence = sql.number(NEXT_SEQUENCE, event.topic(), event.subject());
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        sql.update(
                RECORD, id, event.topic(), event.subject(), event.type(), codec.encode(event, id, sequence, now), now);
        transaction.registerInterposedSynchronization(new WakeRelayAfterCommit());
    }

    private final class WakeRelayAfterCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Only the outcome matters.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
