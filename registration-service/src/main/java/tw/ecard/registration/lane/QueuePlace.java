package tw.ecard.registration.lane;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where an application stands in a lane.
 *
 * @param targetOn working day on which the library means to be done; null until admitted, or while unknown
 * @param dueOn last working day of the promise; null until admitted, while paused or unknown
 */
public record QueuePlace(
        UUID application,
        Lane lane,
        long ticket,
        PlaceState state,
        Instant arrivedAt,
        LocalDate targetOn,
        LocalDate dueOn) {

    /** Whether others wait for it: it waits itself, or is in work. */
    public boolean isOpen() {
        return state == PlaceState.WAITING || state == PlaceState.IN_WORK;
    }
}
