package tw.ecard.registration.roster;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.roster.ProgressWatch.Look;
import tw.ecard.registration.roster.ProgressWatch.Sign;

/**
 * Follows a check to its end, whichever replica does it: a short look into the database twice a second for each follower,
 * and no thread in between. It ends with the follower, and after an hour in any case: who still wants to know comes again,
 * with a token that is still good.
 */
@ApplicationScoped
class FollowingRoster {

    private static final Logger LOG = Logger.getLogger(FollowingRoster.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int LOOKS_OF_SILENCE = 30;
    private static final int MOST_LOOKS = 7_200;

    private final Rosters rosters;
    private final AtomicInteger followers = new AtomicInteger();

    FollowingRoster(Rosters rosters) {
        this.rosters = rosters;
    }

    /**
     * What there is to say from now on; the last of it is that the check has finished.
     *
     * @param now the roster as it was just found
     */
    Multi<Look> follow(Roster now, Reach reach) {
        ProgressWatch watch = new ProgressWatch(LOOKS_OF_SILENCE);
        return looks(now, reach)
                .map(watch::look)
                .filter(look -> look.sign() != Sign.NOTHING)
                .onSubscription()
                .invoke(followers::incrementAndGet)
                .onTermination()
                .invoke(followers::decrementAndGet);
    }

    private Multi<Roster> looks(Roster now, Reach reach) {
        if (now.status().isFinished()) {
            return Multi.createFrom().item(now);
        }
        Multi<Roster> further = Uni.createFrom()
                .item(() -> rosters.get(now.id(), reach))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .repeat()
                .withDelay(BETWEEN_LOOKS)
                .whilst(roster -> !roster.status().isFinished())
                .select()
                .first(MOST_LOOKS)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "roster %s cannot be followed any further", now.id()))
                .onFailure()
                .recoverWithCompletion();
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(now), further);
    }

    /** How many follow at present. */
    int followers() {
        return followers.get();
    }
}
