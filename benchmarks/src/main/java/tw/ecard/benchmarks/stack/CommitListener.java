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
 * Hears of changes when they are committed, from the database itself: a trigger notifies, which costs a few rows next to
 * nothing, where asking again and again would cost what is measured something.
 */
public final class CommitListener implements AutoCloseable {

    private final Connection connection;
    private final BlockingQueue<Commit> commits = new LinkedBlockingQueue<>();
    private final Thread listener;
    private volatile boolean closed;

    /**
     * A change that was committed.
     *
     * @param what as the row was described
     * @param nanos when, by {@link System#nanoTime}
     */
    public record Commit(String what, long nanos) {}

    /**
     * @param connection a connection for this alone, which may make triggers
     * @param change such as {@code INSERT OR UPDATE OF status ON roster}
     * @param what describes the row, an SQL expression over {@code NEW}
     * @param condition on which rows to listen
     */
    public CommitListener(Connection connection, String name, String change, String what, String condition)
            throws SQLException {
        this.connection = connection;
        this.listener = new Thread(this::listen, name);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        PERFORM pg_notify('%1$s', %3$s);
                        RETURN NULL;
                    END $$;
                    CREATE OR REPLACE TRIGGER %1$s AFTER %2$s
                        FOR EACH ROW WHEN (%4$s) EXECUTE FUNCTION %1$s();
                    LISTEN %1$s""".formatted(name, change, what, condition));
        }
        listener.setDaemon(true);
        listener.start();
    }

    /** Waits for the next commit, for so long. */
    public Optional<Commit> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(commits.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits for the commit that is described so. @return when it was, by {@link System#nanoTime} */
    public long await(String what, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            Optional<Commit> commit = next(Duration.ofSeconds(1));
            if (commit.filter(found -> found.what().equals(what)).isPresent()) {
                return commit.get().nanos();
            }
        }
        throw new IllegalStateException(what + " was not committed within " + atMost);
    }

    private void listen() {
        try {
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] heard = listening.getNotifications(1_000);
                long now = System.nanoTime();
                for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                    commits.add(new Commit(notification.getParameter(), now));
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
