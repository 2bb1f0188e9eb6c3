package tw.ecard.systemtests.stack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another process does, by asking again until a deadline. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /** Asks until the answer is the wanted one, and gives it; fails with the last answer after a minute. */
    public static <T> T until(String what, Supplier<T> question, Predicate<T> wanted) {
        return until(what, PATIENCE, question, wanted);
    }

    public static <T> T until(String what, Duration patience, Supplier<T> question, Predicate<T> wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        T answer = question.get();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + patience.toSeconds() + " s for " + what + "; last: " + answer);
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
