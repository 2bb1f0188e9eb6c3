package tw.ecard.queue.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What a day of the office calendar is. */
public enum DayKind {
    /** A weekday that is worked. */
    WORKING_DAY(true),
    /** A Saturday or Sunday that is worked in exchange for another day. */
    MAKE_UP_WORKING_DAY(true),
    /** A Saturday or Sunday. */
    WEEKEND(false),
    /** A weekday on which nobody works: a public holiday, a typhoon closure, the library's own closing day. */
    DAY_OFF(false);

    private final boolean worked;

    DayKind(boolean worked) {
        this.worked = worked;
    }

    public boolean isWorked() {
        return worked;
    }

    static DayKind of(LocalDate date, boolean worked) {
        if (isWeekend(date)) {
            return worked ? MAKE_UP_WORKING_DAY : WEEKEND;
        }
        return worked ? WORKING_DAY : DAY_OFF;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
