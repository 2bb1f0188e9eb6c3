package tw.ecard.benchmarks.queueing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tw.ecard.benchmarks.stack.MeasuredDatabase;

/** Events in the outbox of the running service, held back until its relay stands at its lock and can begin at once. */
final class WaitingEvents {

    private static final String HOLD = "SELECT id FROM outbox_relay_lock FOR UPDATE";
    private static final String RECORD = """
            INSERT INTO outbox (event_id, topic, subject, type, body, recorded_at)
            SELECT gen_random_uuid(), ?, s, 'tw.ecard.benchmark.v1', ?, clock_timestamp() FROM unnest(?) s""";
    private static final String RELAY_STANDS_AT_LOCK = """
            SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query LIKE '%outbox_relay_lock%' AND datname = current_database())""";
    private static final String ALL_SENT = "SELECT NOT EXISTS (SELECT 1 FROM outbox WHERE sent_at IS NULL)";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAUSE_MILLIS = 5;

    private final MeasuredDatabase database;

    WaitingEvents(MeasuredDatabase database) {
        this.database = database;
    }

    /** Lets the service send the event once to each subject. @return seconds until all are marked as sent */
    double send(String topic, List<UUID> subjects, String event) throws SQLException, InterruptedException {
        try (Connection gate = database.connectAsSuperuser();
                Connection watch = database.connectAsSuperuser()) {
            gate.setAutoCommit(false);
            try (Statement hold = gate.createStatement()) {
                hold.execute(HOLD);
            }
            record(watch, topic, subjects, event);
            await(watch, RELAY_STANDS_AT_LOCK);
            long begin = System.nanoTime();
            gate.commit();
            await(watch, ALL_SENT);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** Takes the events out again. @return how many were marked as sent */
    long takeBack(String topic) throws SQLException {
        long sent =
                Long.parseLong(database.ask("SELECT count(sent_at) FROM outbox WHERE topic = '%s'".formatted(topic)));
        database.execute("DELETE FROM outbox WHERE topic = '%s'".formatted(topic), "VACUUM outbox", "CHECKPOINT");
        return sent;
    }

    private static void record(Connection connection, String topic, List<UUID> subjects, String event)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
            insert.setString(1, topic);
            insert.setString(2, event);
            insert.setArray(3, connection.createArrayOf("uuid", subjects.toArray()));
            insert.executeUpdate();
        }
    }

    private static void await(Connection connection, String question) throws SQLException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (PreparedStatement asked = connection.prepareStatement(question)) {
            while (!isSo(asked)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("waited in vain for " + question);
                }
                never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static boolean isSo(PreparedStatement asked) throws SQLException {
        try (ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
