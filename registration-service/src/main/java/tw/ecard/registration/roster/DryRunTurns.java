package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Whose turn it is to try a file out. */
@ApplicationScoped
class DryRunTurns {

    private final Turns turns;

    DryRunTurns(DryRunConfig config) {
        this.turns = new Turns(config.concurrency(), config.patience(), RosterRefusal.ChecksBusy::new);
    }

    /** Does the work when its turn has come; refuses when that takes too long. */
    <T> T take(Supplier<T> work) {
        return turns.take(work);
    }
}
