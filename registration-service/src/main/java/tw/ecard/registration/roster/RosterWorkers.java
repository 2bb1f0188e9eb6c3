package tw.ecard.registration.roster;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** The threads that check rosters: woken by an upload, looking by themselves for what other replicas left. */
@Startup
@ApplicationScoped
class RosterWorkers {

    private static final Logger LOG = Logger.getLogger(RosterWorkers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RosterConfig config;
    private final WakingWorkers waking;
    private final CheckingNextRoster checking;
    private final List<Thread> threads;
    private volatile boolean stopping;

    RosterWorkers(RosterConfig config, WakingWorkers waking, CheckingNextRoster checking) {
        this.config = config;
        this.waking = waking;
        this.checking = checking;
        this.threads = IntStream.rangeClosed(1, config.concurrency())
                .mapToObj(number -> new Thread(this::run, "roster-worker-" + number))
                .toList();
    }

    @PostConstruct
    void start() {
        threads.forEach(Thread::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.forEach(thread -> waking.wake());
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (!checking.check(() -> stopping)) {
                    waking.await(config.pollInterval());
                }
            } catch (InterruptedException e) {
                stopping = true;
            } catch (Throwable e) {
                // Whatever it was, this thread is needed for the next roster.
                LOG.warnf(e, "no roster could be taken, trying again in %s", config.pollInterval());
                pause();
            }
        }
    }

    private void pause() {
        try {
            waking.await(config.pollInterval());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
