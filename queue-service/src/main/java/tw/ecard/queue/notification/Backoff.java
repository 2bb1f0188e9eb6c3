package tw.ecard.queue.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double with each failure. Each is drawn from the upper half of its length, so that mails which failed
 * together do not come back together.
 *
 * @param first the pause after the first failure
 * @param longest no pause is longer
 */
record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** @param failures so far, at least 1 */
    Duration after(int failures, RandomGenerator random) {
        Duration full = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration capped = full.compareTo(longest) < 0 ? full : longest;
        long half = capped.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(capped.toMillis() - half + 1));
    }
}
