package tw.ecard.kit.testapp;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a call inside the application until a test lets it go. */
public final class Gate {

    private static volatile CountDownLatch arrived = new CountDownLatch(0);
    private static volatile CountDownLatch open = new CountDownLatch(0);

    private Gate() {}

    /** Closes the gate; counting the answer down opens it. */
    public static CountDownLatch close() {
        arrived = new CountDownLatch(1);
        open = new CountDownLatch(1);
        return open;
    }

    /** Returns when a call stands at the gate. */
    public static void awaitCaller() {
        await(arrived);
    }

    static void pass() {
        arrived.countDown();
        await(open);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came to the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
