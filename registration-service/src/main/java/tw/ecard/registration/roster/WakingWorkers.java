package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the workers of this replica that a roster waits, once it can be seen. */
@ApplicationScoped
class WakingWorkers {

    private final TransactionSynchronizationRegistry transaction;
    private final Semaphore waiting = new Semaphore(0);

    WakingWorkers(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void wake() {
        waiting.release();
    }

    void wakeAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the outcome matters.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake();
                }
            }
        });
    }

    /** Returns when a roster was announced, or at the latest after the given time. */
    void await(Duration atMost) throws InterruptedException {
        waiting.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
