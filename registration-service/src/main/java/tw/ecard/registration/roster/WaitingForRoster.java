package tw.ecard.registration.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.http.LongPoll;

/** Answers when a roster's check has ended, or when the caller's patience has. */
@ApplicationScoped
class WaitingForRoster {

    private final Rosters rosters;

    WaitingForRoster(Rosters rosters) {
        this.rosters = rosters;
    }

    /**
     * The roster; refuses with 404.
     *
     * @param wait as the caller wrote it, {@code 30s}; null not to wait
     */
    Uni<Roster> get(UUID id, Reach reach, String wait) {
        return LongPoll.until(roster -> roster.status().isFinished(), () -> rosters.get(id, reach), wait);
    }
}
