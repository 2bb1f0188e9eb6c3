package tw.ecard.benchmarks.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of every change of a roster's status when it is committed, from the database itself: a trigger notifies, which
 * costs a roster's three changes nothing, where asking again and again would cost the whole import something.
 */
final class RosterEvents implements AutoCloseable {

    private static final String CHANNEL = "benchmark_roster_status";

    private final Connection connection;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final Thread listener = new Thread(this::listen, "roster-events");
    private volatile boolean closed;

    /** A status that was committed. @param nanos when, by {@link System#nanoTime} */
    record Change(String rosterId, String status, long nanos) {}

    /** @param connection a connection for this alone */
    RosterEvents(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        PERFORM pg_notify('%1$s', NEW.id || ' ' || NEW.status);
                        RETURN NULL;
                    END $$;
                    CREATE OR REPLACE TRIGGER %1$s AFTER INSERT OR UPDATE OF status ON roster
                        FOR EACH ROW EXECUTE FUNCTION %1$s();
                    LISTEN %1$s""".formatted(CHANNEL));
        }
        listener.setDaemon(true);
        listener.start();
    }

    /** Waits for the next change, for so long. */
    Optional<Change> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(changes.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void listen() {
        try {
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] heard = listening.getNotifications(1_000);
                long now = System.nanoTime();
                for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                    String[] words = notification.getParameter().split(" ");
                    changes.add(new Change(words[0], words[1], now));
                }
            }
        } catch (SQLException e) {
            if (!closed) {
                throw new IllegalStateException("the database went away", e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        connection.close();
    }
}
