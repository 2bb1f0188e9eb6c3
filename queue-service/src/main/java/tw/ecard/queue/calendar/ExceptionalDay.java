package tw.ecard.queue.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day about which the calendar says something of its own.
 *
 * @param worked whether the office works on it, whatever the day of the week
 * @param note why, as staff and applicants read it; may be null
 */
public record ExceptionalDay(LocalDate date, boolean worked, String note) {
    public ExceptionalDay {
        Objects.requireNonNull(date, "date");
    }

    /** Whether it differs from "Monday to Friday are worked". */
    public boolean isException() {
        return worked == DayKind.isWeekend(date);
    }
}
