package tw.ecard.benchmarks.stack;

import java.time.Duration;

/**
 * A roster that came to its end.
 *
 * @param status ACCEPTED or RETURNED
 * @param waited from the commit of the upload to the commit by which a worker claimed it
 * @param taken from the commit of the upload to the commit of the end
 * @param processor what all threads of the service used of the processors meanwhile
 */
public record Import(String rosterId, String status, Duration waited, Duration taken, Duration processor) {

    /** For a file of so many rows. */
    public double rowsPerSecond(int rows) {
        return rows * 1e9 / taken.toNanos();
    }

    /** For a file of so many rows. */
    public double microsecondsPerRow(int rows) {
        return taken.toNanos() / 1e3 / rows;
    }

    /** Microseconds of processor time in the service, for a file of so many rows. */
    public double processorPerRow(int rows) {
        return processor.toNanos() / 1e3 / rows;
    }
}
