package tw.ecard.queue.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The office calendar: the years that are known, and every day of theirs that is not simply "Monday to Friday worked".
 * An immutable value.
 *
 * <p>Counting follows the Administrative Procedure Act, article 48: the day on which something arrives is not counted.
 * All dates are dates in Taipei.
 */
public final class WorkingCalendar {
    private final NavigableSet<Integer> years;
    private final Map<LocalDate, ExceptionalDay> exceptions;

    public WorkingCalendar(Collection<Integer> years, Collection<ExceptionalDay> days) {
        this.years = new TreeSet<>(years);
        this.exceptions = days.stream()
                .collect(Collectors.toMap(
                        ExceptionalDay::date,
                        Function.identity(),
                        (first, second) -> {
                            throw new IllegalArgumentException(first.date() + " is listed twice");
                        },
                        TreeMap::new));
        for (LocalDate date : exceptions.keySet()) {
            if (!this.years.contains(date.getYear())) {
                throw new IllegalArgumentException(date + " lies in a year that the calendar does not know");
            }
        }
    }

    public boolean knows(int year) {
        return years.contains(year);
    }

    /** The known years, ascending. */
    public NavigableSet<Integer> years() {
        return new TreeSet<>(years);
    }

    /** What the calendar says of its own about the day, if anything. */
    public Optional<ExceptionalDay> exceptionOn(LocalDate date) {
        return Optional.ofNullable(exceptions.get(date));
    }

    public Reckoned<DayKind> kindOf(LocalDate date) {
        return knows(date.getYear()) ? Reckoned.of(DayKind.of(date, isWorked(date))) : Reckoned.missing(date.getYear());
    }

    /**
     * The {@code n}-th working day after {@code day}, which itself does not count.
     *
     * @param n at least 1
     */
    public Reckoned<LocalDate> nthWorkingDayAfter(LocalDate day, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1: " + n);
        }
        LocalDate date = day;
        for (int left = n; left > 0; ) {
            date = date.plusDays(1);
            if (!knows(date.getYear())) {
                return Reckoned.missing(date.getYear());
            }
            if (isWorked(date)) {
                left--;
            }
        }
        return Reckoned.of(date);
    }

    /** How many working days lie in {@code (after, through]}: none when {@code through} is not later than {@code after}. */
    public Reckoned<Integer> workingDaysIn(LocalDate after, LocalDate through) {
        int count = 0;
        for (LocalDate date = after.plusDays(1); !date.isAfter(through); date = date.plusDays(1)) {
            if (!knows(date.getYear())) {
                return Reckoned.missing(date.getYear());
            }
            if (isWorked(date)) {
                count++;
            }
        }
        return Reckoned.of(count);
    }

    private boolean isWorked(LocalDate date) {
        ExceptionalDay exception = exceptions.get(date);
        return exception == null ? !DayKind.isWeekend(date) : exception.worked();
    }
}
