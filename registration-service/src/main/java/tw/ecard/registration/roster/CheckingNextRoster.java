package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Takes the next roster of the queue to its end. No roster stops the others: one whose check fails goes behind them, and
 * is returned when it has failed often enough. Running out of memory or stack is such a failure too, and so is the death of
 * the whole process, since an attempt is counted when it begins. So is the loss of the database: the file may be what
 * brought it down. One that is away and comes back takes one attempt, and the pauses between them double.
 */
@ApplicationScoped
class CheckingNextRoster {

    private static final Logger LOG = Logger.getLogger(CheckingNextRoster.class);

    private final RosterConfig config;
    private final RosterQueue queue;
    private final ValidatingRoster validating;
    private final ConcludingRoster concluding;

    CheckingNextRoster(
            RosterConfig config, RosterQueue queue, ValidatingRoster validating, ConcludingRoster concluding) {
        this.config = config;
        this.queue = queue;
        this.validating = validating;
        this.concluding = concluding;
    }

    /** False when none waits. */
    boolean check(BooleanSupplier stopping) {
        Optional<Claim> next = queue.claim();
        next.ifPresent(claim -> check(claim, stopping));
        return next.isPresent();
    }

    private void check(Claim claim, BooleanSupplier stopping) {
        try {
            if (claim.attempt() > config.attempts()) {
                giveUp(claim);
            } else {
                validating.validate(claim, stopping);
            }
        } catch (ClaimLost e) {
            LOG.infof("the check of roster %s ended without a result", claim.rosterId());
            concluding.cancelIfWithdrawn(claim);
            queue.giveBack(claim);
        } catch (Throwable e) {
            failed(claim, e);
        }
    }

    private void failed(Claim claim, Throwable e) {
        if (claim.attempt() < config.attempts()) {
            LOG.errorf(e, "roster %s could not be checked, it will be tried again", claim.rosterId());
            queue.postpone(claim);
        } else {
            LOG.errorf(e, "roster %s could not be checked", claim.rosterId());
            giveUp(claim);
        }
    }

    private void giveUp(Claim claim) {
        LOG.errorf("roster %s is returned unchecked, after %d attempts", claim.rosterId(), config.attempts());
        try {
            concluding.giveUp(claim);
        } catch (ClaimLost e) {
            concluding.cancelIfWithdrawn(claim);
        }
    }
}
