package tw.ecard.queue.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.calendar.WorkingCalendar;

/**
 * Ten years on a wall, every worked day marked by itself: weekends, holidays at and around the ends of years, a long
 * New Year's holiday in January or February, leap days worked and off, worked Saturdays, closures. Made for a seed.
 */
final class WallCalendar {

    static final int FIRST_YEAR = 2020;
    static final int YEARS = 10;

    private final Set<LocalDate> worked = new HashSet<>();
    private final List<ExceptionalDay> exceptions = new ArrayList<>();

    WallCalendar(Random random) {
        Set<LocalDate> holidays = holidays(random);
        start().datesUntil(end()).forEach(day -> {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            boolean madeUp = day.getDayOfWeek() == DayOfWeek.SATURDAY && random.nextInt(30) == 0;
            boolean isWorked = !holidays.contains(day) && (!weekend || madeUp);
            if (isWorked) {
                worked.add(day);
            }
            if (isWorked == weekend) {
                exceptions.add(new ExceptionalDay(day, isWorked, null));
            }
        });
    }

    private static Set<LocalDate> holidays(Random random) {
        Set<LocalDate> holidays = new HashSet<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            holidays.add(LocalDate.of(year, 1, 1));
            LocalDate newYear = LocalDate.of(year, 1, 20).plusDays(random.nextInt(30));
            newYear.datesUntil(newYear.plusDays(5 + random.nextInt(6))).forEach(holidays::add);
            for (int closures = random.nextInt(12); closures > 0; closures--) {
                holidays.add(LocalDate.ofYearDay(year, 1 + random.nextInt(365)));
            }
            LocalDate lastOfFebruary = LocalDate.of(year, 3, 1).minusDays(1);
            for (LocalDate sometimes : List.of(lastOfFebruary, LocalDate.of(year, 12, 31))) {
                if (random.nextBoolean()) {
                    holidays.add(sometimes);
                }
            }
        }
        return holidays;
    }

    static LocalDate start() {
        return LocalDate.of(FIRST_YEAR, 1, 1);
    }

    /** The first day that is not on the wall. */
    static LocalDate end() {
        return LocalDate.of(FIRST_YEAR + YEARS, 1, 1);
    }

    boolean isWorked(LocalDate day) {
        return worked.contains(day);
    }

    /** The same, as the program knows it. */
    WorkingCalendar asKept() {
        return new WorkingCalendar(
                IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS).boxed().toList(), exceptions);
    }
}
