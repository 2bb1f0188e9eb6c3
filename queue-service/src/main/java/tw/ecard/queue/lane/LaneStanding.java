package tw.ecard.queue.lane;

import java.time.Duration;
import java.time.Instant;

/**
 * How far admission to a lane has come.
 *
 * @param admittedUpTo every number up to this one is admitted
 * @param stalledSince since when the next number is missed; null while none is
 */
public record LaneStanding(Lane lane, long admittedUpTo, Instant stalledSince) {

    /** The number that was drawn but has not come; null when none is missing. */
    public Long waitsForNumber() {
        return stalledSince == null ? null : admittedUpTo + 1;
    }

    /** How long the next number has been missed; zero while none is. */
    public Duration stalledFor(Instant now) {
        return stalledSince == null || now.isBefore(stalledSince) ? Duration.ZERO : Duration.between(stalledSince, now);
    }

    /** Whether the next number has been missed for as long as that. */
    public boolean isStalledFor(Duration time, Instant now) {
        return stalledSince != null && stalledFor(now).compareTo(time) >= 0;
    }
}
