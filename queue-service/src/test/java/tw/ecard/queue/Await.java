package tw.ecard.queue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for what other threads bring about. */
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(25);

    private Await() {}

    /** Returns as soon as the assertion holds; fails as it fails when that takes too long. */
    public static void until(ThrowingCallable assertion) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                assertion.call();
                return;
            } catch (Throwable failure) {
                if (System.nanoTime() > end) {
                    throw failure instanceof Error error ? error : new AssertionError(failure);
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }
}
