package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Who may check a file in a request: few at a time, a few more wait for a moment, the others are told to come again at
 * once, so that their waiting does not take the threads of all other calls.
 */
@ApplicationScoped
class DryRunTurns {

    private static final int WAITING_PER_TURN = 4;

    private final DryRunConfig config;
    private final Semaphore turns;

    DryRunTurns(DryRunConfig config) {
        this.config = config;
        this.turns = new Semaphore(config.concurrency(), true);
    }

    /** Does the work when its turn has come; refuses when that takes too long. */
    <T> T take(Supplier<T> work) {
        if (!mayStart()) {
            throw new RosterRefusal.ChecksBusy(config.patience());
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean mayStart() {
        if (turns.getQueueLength() >= WAITING_PER_TURN * config.concurrency()) {
            return false;
        }
        try {
            return turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
