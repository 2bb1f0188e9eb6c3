package tw.ecard.queue.gap;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import tw.ecard.queue.gap.DrawnNumbers.Drawn;
import tw.ecard.queue.gap.DrawnNumbers.Numbers;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.LaneStanding;
import tw.ecard.queue.lane.Lanes;
import tw.ecard.queue.refusal.QueueRefusal;

/**
 * Fetches what Kafka no longer has. Every now and then, and at its start, a replica asks registration-service for the
 * numbers after the last admitted one. It hears so of a missing number even when no later one came; after some patience
 * one of the replicas fetches the events. They go the way of those that Kafka delivers, under the same ids: whatever comes twice,
 * from Kafka later or through another replica, takes effect once.
 */
@ApplicationScoped
class CatchingUp {

    private static final Logger LOG = Logger.getLogger(CatchingUp.class);

    private final FetchingNumbers numbers;
    private final LaneWatch watch;
    private final Lanes lanes;
    private final GapConfig config;
    private final Clock clock;
    private final Set<Lane> askedSinceStart = ConcurrentHashMap.newKeySet();
    private volatile boolean registrationAway;
    private volatile boolean stopping;

    CatchingUp(FetchingNumbers numbers, LaneWatch watch, Lanes lanes, GapConfig config, Clock clock) {
        this.numbers = numbers;
        this.watch = watch;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "{ecard.gaps.look-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            for (Lane lane : Lane.values()) {
                look(lane);
            }
            registrationAway = false;
        } catch (QueueRefusal.RegistrationAway e) {
            LOG.log(
                    registrationAway ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "registration-service cannot be asked for missing numbers");
            registrationAway = true;
        }
    }

    private void look(Lane lane) {
        long admitted = lanes.standing(lane).admittedUpTo();
        Numbers page = numbers.after(lane, admitted, config.pageSize());
        boolean atStart = askedSinceStart.add(lane);
        if (page.lastDrawn() > admitted || !page.items().isEmpty()) {
            lanes.stalled(lane, admitted, clock.instant());
            // A replica that starts has no patience, and waits for no turn: nobody may have looked for days.
            if (atStart || isOverdue(lane, admitted) && takeTurn(lane)) {
                fetch(lane, page);
            }
        }
    }

    private boolean isOverdue(Lane lane, long admitted) {
        LaneStanding standing = lanes.standing(lane);
        return standing.admittedUpTo() == admitted && standing.isStalledFor(config.patience(), clock.instant());
    }

    private boolean takeTurn(Lane lane) {
        Instant now = clock.instant();
        return watch.takeTurn(lane, now, now.plus(config.lookInterval()));
    }

    /** Page by page, as long as they bring something that had not come. */
    private void fetch(Lane lane, Numbers first) {
        Numbers page = first;
        while (takeIn(lane, page.items()) && page.nextAfterTicket() != null && !stopping) {
            takeTurn(lane);
            page = numbers.after(lane, page.nextAfterTicket(), config.pageSize());
        }
    }

    private boolean takeIn(Lane lane, List<Drawn> page) {
        List<Long> wanted = page.stream().map(Drawn::ticket).toList();
        Set<Long> before = watch.come(lane, wanted);
        page.stream().filter(drawn -> !before.contains(drawn.ticket())).forEach(numbers::take);
        Set<Long> fetched = watch.come(lane, wanted);
        fetched.removeAll(before);
        if (!fetched.isEmpty()) {
            LOG.infof("lane %s: %d numbers that had not come were fetched", lane, fetched.size());
        }
        return !fetched.isEmpty();
    }
}
