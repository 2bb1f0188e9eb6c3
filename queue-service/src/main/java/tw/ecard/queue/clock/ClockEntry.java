package tw.ecard.queue.clock;

import java.time.Instant;
import java.util.Objects;

/** One line of the ledger: what happened to the clock, and when. */
public record ClockEntry(ClockEvent event, Instant at) {
    public ClockEntry {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(at, "at");
    }
}
