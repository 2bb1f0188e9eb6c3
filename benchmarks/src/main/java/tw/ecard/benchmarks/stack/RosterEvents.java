package tw.ecard.benchmarks.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Hears of every change of a roster's status when it is committed. */
final class RosterEvents implements AutoCloseable {

    private final CommitListener commits;

    /** A status that was committed. @param nanos when, by {@link System#nanoTime} */
    record Change(String rosterId, String status, long nanos) {}

    /** @param connection a connection for this alone */
    RosterEvents(Connection connection) throws SQLException {
        this.commits = new CommitListener(
                connection,
                "benchmark_roster_status",
                "INSERT OR UPDATE OF status ON roster",
                "NEW.id || ' ' || NEW.status",
                "true");
    }

    /** Waits for the next change, for so long. */
    Optional<Change> next(Duration atMost) throws InterruptedException {
        return commits.next(atMost).map(commit -> {
            String[] words = commit.what().split(" ");
            return new Change(words[0], words[1], commit.nanos());
        });
    }

    @Override
    public void close() throws SQLException {
        commits.close();
    }
}
