package tw.ecard.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tw.ecard.localstack.process.Part;
import tw.ecard.localstack.process.StartFailed;

/** Does something to several parts at the same time and waits for all of them. */
final class SideBySide {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "part");
        thread.setDaemon(true);
        return thread;
    });

    /** Throws what the first part that failed threw, once every part is done. */
    void run(List<? extends Part> parts, Consumer<? super Part> action) {
        List<Future<?>> running = new ArrayList<>();
        try {
            parts.forEach(part -> running.add(threads.submit(() -> action.accept(part))));
        } catch (RejectedExecutionException e) {
            throw new StartFailed("Stopped while starting", e);
        }
        RuntimeException failure = null;
        for (Future<?> part : running) {
            try {
                part.get();
            } catch (ExecutionException e) {
                failure = failure == null && e.getCause() instanceof RuntimeException cause ? cause : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new StartFailed("Interrupted", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Interrupts what is under way, lets nothing new begin, and waits until no thread is left. */
    void cancel() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
