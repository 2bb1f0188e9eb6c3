package tw.ecard.kit.wake;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes threads that look for work every now and then as soon as there is some. A call that comes while they are at work
 * is kept for the moment when they wait, so that none is lost; as many are kept as there are threads, since more would
 * have them look for nothing.
 */
public final class WakeUp {

    private final int threads;
    private final Semaphore calls = new Semaphore(0);

    /** @param threads how many wait, each of them called by one call */
    public WakeUp(int threads) {
        this.threads = threads;
    }

    /** Calls one thread. */
    public void call() {
        if (calls.availablePermits() < threads) {
            calls.release();
        }
    }

    /** Calls one thread when the running transaction is committed, and what it wrote can be seen. */
    public void callAfterCommit(TransactionSynchronizationRegistry transaction) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the outcome matters.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    call();
                }
            }
        });
    }

    /**
     * Waits for a call, or until the time is up.
     *
     * @return whether there was one
     */
    public boolean await(Duration atMost) throws InterruptedException {
        return calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
