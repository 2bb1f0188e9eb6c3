package tw.ecard.systemtests.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * How long the turmoil lasts and what it is drawn from. What each actor does follows from the seed; how the processes
 * interleave does not, so that a seed makes a failure likely again, not certain.
 *
 * @param seed {@code -Decard.chaos.seed}, a new one otherwise
 * @param turmoil {@code -Decard.chaos.minutes}, less than a minute otherwise
 */
record ChaosPlan(long seed, Duration turmoil) {

    private static final Duration SHORT = Duration.ofSeconds(50);

    static ChaosPlan fromSystemProperties() {
        Long seed = Long.getLong("ecard.chaos.seed");
        Integer minutes = Integer.getInteger("ecard.chaos.minutes");
        return new ChaosPlan(
                seed == null ? new Random().nextInt(1_000_000) : seed,
                minutes == null ? SHORT : Duration.ofMinutes(minutes));
    }

    /** The dice of one actor. */
    Random dice(String actor) {
        return new Random(31 * seed + actor.hashCode());
    }

    /** How long it may take until everything has come to rest. */
    Duration patience() {
        return turmoil.plusMinutes(2);
    }

    @Override
    public String toString() {
        return "-Decard.chaos.seed=%d, %d s of turmoil".formatted(seed, turmoil.toSeconds());
    }
}
