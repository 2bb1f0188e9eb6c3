package tw.ecard.kit.testapp;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.ReceivedEvent;
import tw.ecard.kit.inbox.EventSubscription;
import tw.ecard.kit.sql.Sql;

/** Writes down each event that is applied; fails where a test wants it to. */
@ApplicationScoped
public class AppliedEvents implements EventSubscription {

    public static final String TOPIC = "kit.notes.v1";

    private final Sql sql;
    private final EventCodec codec;
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    AppliedEvents(Sql sql, EventCodec codec) {
        this.sql = sql;
        this.codec = codec;
    }

    /** How to fail. */
    public enum Failure {
        AT_ONCE,
        AT_COMMIT,
        /** The database ends the connection under the handler. */
        CONNECTION_LOST,
        /** The database ends the connection while it commits. */
        CONNECTION_LOST_AT_COMMIT
    }

    public record Data(String text) {}

    public void fail(String subject, long sequence, Failure how) {
        failures.put(subject + sequence, how);
    }

    public void heal() {
        failures.clear();
    }

    public int tries(String subject, long sequence) {
        return tries.getOrDefault(subject + sequence, 0);
    }

    /** The numbers of the subject's events in the order of their effects. */
    public List<Long> of(String subject) {
        return sql.list(
                row -> row.getLong(1), "SELECT sequence FROM applied WHERE subject = ? ORDER BY place", subject);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void apply(ReceivedEvent event) {
        tries.merge(event.subject() + event.sequence(), 1, Integer::sum);
        codec.data(event, Data.class);
        sql.update(
                "INSERT INTO applied (topic, subject, sequence) VALUES (?, ?, ?)",
                event.topic(),
                event.subject(),
                event.sequence());
        Failure failure = failures.get(event.subject() + event.sequence());
        if (failure != null) {
            fail(failure);
        }
    }

    private void fail(Failure how) {
        switch (how) {
            case AT_ONCE -> throw new IllegalStateException("this event does not suit");
            case AT_COMMIT -> QuarkusTransaction.setRollbackOnly();
            case CONNECTION_LOST -> sql.list(row -> row, "SELECT pg_terminate_backend(pg_backend_pid())");
            case CONNECTION_LOST_AT_COMMIT -> sql.update("INSERT INTO connection_lost_at_commit DEFAULT VALUES");
        }
    }
}
