package tw.ecard.kit.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens in other threads. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private Waiting() {}

    public static void until(String what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting: %s", what).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE);
        }
    }
}
