package tw.ecard.registration.lane;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where an application stands in a lane.
 *
 * @param readers people whom the case is about; null in review
 * @param targetOn working day on which the library means to be done; null until admitted, or while unknown
 * @param dueOn last working day of the promise; null until admitted, while paused or unknown
 * @param delayedTo the date that its contact was told in this round when it was late; null when it was not, or no date
 */
public record QueuePlace(
        UUID application,
        Lane lane,
        long ticket,
        PlaceState state,
        Integer readers,
        Instant arrivedAt,
        LocalDate targetOn,
        LocalDate dueOn,
        LocalDate delayedTo) {

    /** What the case itself adds to what stands before others. */
    Standing own() {
        return new Standing(1, readers == null ? 0 : readers);
    }
}
