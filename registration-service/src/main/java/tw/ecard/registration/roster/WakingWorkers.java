package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import tw.ecard.kit.wake.WakeUp;

/** Tells the workers of this replica that a roster waits, once it can be seen. */
@ApplicationScoped
class WakingWorkers {

    private final TransactionSynchronizationRegistry transaction;
    private final WakeUp workers;

    WakingWorkers(TransactionSynchronizationRegistry transaction, RosterConfig config) {
        this.transaction = transaction;
        this.workers = new WakeUp(config.concurrency());
    }

    void wake() {
        workers.call();
    }

    void wakeAfterCommit() {
        workers.callAfterCommit(transaction);
    }

    /** Returns when a roster was announced, or at the latest after the given time. */
    void await(Duration atMost) throws InterruptedException {
        workers.await(atMost);
    }
}
