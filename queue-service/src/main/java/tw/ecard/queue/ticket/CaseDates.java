package tw.ecard.queue.ticket;

import java.time.LocalDate;
import tw.ecard.queue.clock.ClockReading;

/**
 * What is promised of a case; null while a calendar year is missing.
 *
 * @param targetOn the day aimed at
 * @param dueOn the last day
 */
public record CaseDates(LocalDate targetOn, LocalDate dueOn) {

    /** While the clock is paused there are none. */
    static final CaseDates NONE = new CaseDates(null, null);

    static CaseDates of(ClockReading reading) {
        return new CaseDates(reading.targetOn(), reading.dueOn());
    }
}
