package tw.ecard.registration.roster;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who may read a whole file in a request: few at a time, a few more wait for a moment, the others are told to come
 * again at once, so that their waiting does not take the threads of all other calls.
 */
final class Turns {

    private static final int WAITING_PER_TURN = 4;

    private final int concurrency;
    private final Duration patience;
    private final Function<Duration, RosterRefusal> busy;
    private final Semaphore turns;

    /**
     * Makes turns.
     *
     * @param concurrency how many work at the same time
     * @param patience how long others wait
     * @param busy makes the refusal of who waited in vain, out of the time after which to come again
     */
    Turns(int concurrency, Duration patience, Function<Duration, RosterRefusal> busy) {
        this.concurrency = concurrency;
        this.patience = patience;
        this.busy = busy;
        this.turns = new Semaphore(concurrency, true);
    }

    /** Does the work when its turn has come; refuses when that takes too long. */
    <T> T take(Supplier<T> work) {
        if (!mayStart()) {
            throw busy.apply(patience);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean mayStart() {
        if (turns.getQueueLength() >= WAITING_PER_TURN * concurrency) {
            return false;
        }
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
