package tw.ecard.registration.roster;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.ecard.kit.access.Reach;

/** Answers when a roster's check has ended, or when the caller's patience has; no thread waits meanwhile. */
@ApplicationScoped
class WaitingForRoster {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int LONGEST_SECONDS = 30;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,2})s?");

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
        long looks = secondsOf(wait) * 1000L / BETWEEN_LOOKS.toMillis();
        return look(id, reach, looks);
    }

    private Uni<Roster> look(UUID id, Reach reach, long further) {
        Roster roster = rosters.get(id, reach);
        if (roster.status().isFinished() || further == 0) {
            return Uni.createFrom().item(roster);
        }
        return Uni.createFrom()
                .nullItem()
                .onItem()
                .delayIt()
                .by(BETWEEN_LOOKS)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> look(id, reach, further - 1));
    }

    private static int secondsOf(String wait) {
        if (wait == null) {
            return 0;
        }
        Matcher seconds = SECONDS.matcher(wait);
        if (!seconds.matches() || Integer.parseInt(seconds.group(1)) > LONGEST_SECONDS) {
            throw new RosterRefusal.InvalidWait(LONGEST_SECONDS);
        }
        return Integer.parseInt(seconds.group(1));
    }
}
