package tw.ecard.registration.lane;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where an application stands in a lane.
 *
 * @param ahead open tickets of the lane before this one; 0 when the case is closed
 * @param targetOn working day on which the library means to be done; null until admitted, or while unknown
 * @param dueOn last working day of the promise; null until admitted, while paused or unknown
 */
public record QueuePlace(
        Lane lane, long ticket, PlaceState state, long ahead, Instant arrivedAt, LocalDate targetOn, LocalDate dueOn) {}
