package tw.ecard.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers who begin together and share out pieces of work until none is left. */
public record Crew(int workers) {

    /** What one worker does. */
    public interface Worker {

        /** @param number from 0 on; each number is given to one worker */
        void work(int number) throws Exception;

        /** Called once when all work is done, or when it failed. */
        default void leave() throws Exception {}
    }

    /**
     * Has the pieces done.
     *
     * @param hire makes a worker, called once for each
     */
    public Shift share(int pieces, Callable<? extends Worker> hire) throws Exception {
        List<Worker> hired = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                hired.add(hire.call());
            }
            return work(hired, pieces);
        } finally {
            for (Worker worker : hired) {
                worker.leave();
            }
        }
    }

    private static Shift work(List<Worker> hired, int pieces) throws Exception {
        long[] taken = new long[pieces];
        AtomicInteger next = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(hired.size());
        ExecutorService pool = Executors.newFixedThreadPool(hired.size());
        try {
            List<Future<Stint>> stints = new ArrayList<>();
            for (Worker worker : hired) {
                stints.add(pool.submit(() -> stint(worker, together, next, taken)));
            }
            long begin = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            for (Future<Stint> stint : stints) {
                begin = Math.min(begin, stint.get().begin());
                end = Math.max(end, stint.get().end());
            }
            return new Shift(end - begin, taken);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Stint stint(Worker worker, CyclicBarrier together, AtomicInteger next, long[] taken)
            throws Exception {
        together.await();
        long begin = System.nanoTime();
        long now = begin;
        for (int number = next.getAndIncrement(); number < taken.length; number = next.getAndIncrement()) {
            worker.work(number);
            long then = System.nanoTime();
            taken[number] = then - now;
            now = then;
        }
        return new Stint(begin, now);
    }

    private record Stint(long begin, long end) {}
}
