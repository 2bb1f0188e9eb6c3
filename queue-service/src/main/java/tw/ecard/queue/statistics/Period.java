package tw.ecard.queue.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.stream.Stream;
import tw.ecard.queue.refusal.QueueRefusal;

/**
 * The days that are counted, in Taipei, both included: at most {@value #LONGEST_YEARS} years.
 */
record Period(LocalDate from, LocalDate to) {

    static final int LONGEST_YEARS = 5;
    private static final int MONTHS_BY_DEFAULT = 12;
    /** {@code +99999-01-01} is a date too, but none that can be counted to. */
    private static final ValueRange YEARS = ValueRange.of(1900, 9999);

    Period {
        if (from.isAfter(to)) {
            throw new QueueRefusal.InvalidPeriod();
        }
        if (!to.isBefore(from.plusYears(LONGEST_YEARS))) {
            throw new QueueRefusal.PeriodTooLong(LONGEST_YEARS);
        }
    }

    /** As a query names it: until today, and for twelve months, where it does not say. */
    static Period of(String from, String to, LocalDate today) {
        LocalDate end = to == null ? today : day(to);
        LocalDate start = from == null ? end.minusMonths(MONTHS_BY_DEFAULT - 1).withDayOfMonth(1) : day(from);
        return new Period(start, end);
    }

    /** Every month of which a day is counted. */
    List<YearMonth> months() {
        YearMonth last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (YEARS.isValidIntValue(day.getYear())) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new QueueRefusal.InvalidPeriod();
        }
        throw new QueueRefusal.InvalidPeriod();
    }
}
