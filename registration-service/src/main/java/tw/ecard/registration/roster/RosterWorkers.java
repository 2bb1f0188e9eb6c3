package tw.ecard.registration.roster;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final RosterQueue queue;
    private final ValidatingRoster validating;
    private final ConcludingRoster concluding;
    private final List<Thread> threads;
    private volatile boolean stopping;

    RosterWorkers(
            RosterConfig config,
            WakingWorkers waking,
            RosterQueue queue,
            ValidatingRoster validating,
            ConcludingRoster concluding) {
        this.config = config;
        this.waking = waking;
        this.queue = queue;
        this.validating = validating;
        this.concluding = concluding;
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
                if (!validateNext()) {
                    waking.await(config.pollInterval());
                }
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException e) {
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

    /** False when none waits. */
    private boolean validateNext() {
        Optional<Claim> next = queue.claim();
        next.ifPresent(this::validate);
        return next.isPresent();
    }

    private void validate(Claim claim) {
        try {
            validating.validate(claim, () -> stopping);
        } catch (ClaimLost e) {
            LOG.infof("the check of roster %s ended without a result", claim.rosterId());
            concluding.cancelIfWithdrawn(claim);
            queue.giveBack(claim, true);
        } catch (RuntimeException e) {
            LOG.errorf(e, "roster %s could not be checked, it will be tried again", claim.rosterId());
            queue.giveBack(claim, false);
        }
    }
}
