package tw.ecard.systemtests.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Actors who do what they do over and over, each on a thread of its own, until they are told that it is over. */
final class Turmoil implements AutoCloseable {

    private static final int LOOK_MILLIS = 200;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<Future<?>> actors = new ArrayList<>();

    /** Does something once. */
    interface Act {
        void once() throws Exception;
    }

    void begin(Act act) {
        actors.add(pool.submit(() -> {
            while (!isOver()) {
                act.once();
            }
            return null;
        }));
    }

    /** Waits so long, or until it is over. */
    void pause(long millis) throws InterruptedException {
        over.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Lets it last so long, unless an actor fails before. */
    void last(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end && actors.stream().noneMatch(Future::isDone)) {
            pause(LOOK_MILLIS);
        }
    }

    /** Tells the actors; returns when each has finished what it was at, and fails if one of them failed. */
    void end() throws InterruptedException, ExecutionException {
        over.countDown();
        for (Future<?> actor : actors) {
            actor.get();
        }
        pool.shutdown();
    }

    @Override
    public void close() {
        over.countDown();
        pool.shutdownNow();
    }
}
