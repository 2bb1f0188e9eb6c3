package tw.ecard.queue.clock;

import java.time.LocalDate;

/**
 * What a ledger adds up to on a given day. Dates and counts that need a year which the calendar lacks are null, and
 * {@code missingCalendarYear} names it.
 *
 * @param state null only when today itself lies at or past the missing year and nothing can be said
 * @param workingDaysUsed working days that counted so far, today included
 * @param dueSoonOn the day from which the case counts as due soon; null while paused
 * @param targetOn the day aimed at; null while paused
 * @param dueOn the last day; null while paused
 * @param workingDaysLeft only while paused: what remains until the last day once the clock goes on, never below 0
 */
public record ClockReading(
        ClockState state,
        Integer workingDaysUsed,
        LocalDate dueSoonOn,
        LocalDate targetOn,
        LocalDate dueOn,
        Integer workingDaysLeft,
        Integer missingCalendarYear) {}
