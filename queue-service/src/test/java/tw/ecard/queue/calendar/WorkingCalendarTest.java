package tw.ecard.queue.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingCalendarTest {
    private final WorkingCalendar shipped = ShippedCalendar.load();

    @ParameterizedTest
    @CsvSource({
        "2020-08-10, 2020-08-19, 2020-08-24",
        "2023-02-02, 2023-02-10, 2023-02-15",
        "2026-02-11, 2026-03-02, 2026-03-05",
        "2026-12-24, 2027-01-06, 2027-01-11",
        "2027-02-01, 2027-02-17, 2027-02-22",
    })
    void the_seventh_and_tenth_working_day_after_an_arrival(LocalDate arrival, LocalDate seventh, LocalDate tenth) {
        assertThat(shipped.nthWorkingDayAfter(arrival, 7)).isEqualTo(Reckoned.of(seventh));
        assertThat(shipped.nthWorkingDayAfter(arrival, 10)).isEqualTo(Reckoned.of(tenth));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, WORKING_DAY",
        "2026-11-22, WEEKEND",
        "2023-02-04, MAKE_UP_WORKING_DAY",
        "2026-02-17, DAY_OFF",
    })
    void a_day_has_a_kind(LocalDate date, DayKind kind) {
        assertThat(shipped.kindOf(date)).isEqualTo(Reckoned.of(kind));
    }

    @Test
    void a_count_that_leaves_the_known_years_names_the_first_missing_one() {
        assertThat(shipped.nthWorkingDayAfter(LocalDate.parse("2027-12-27"), 4)).isEqualTo(Reckoned.missing(2028));
        assertThat(shipped.workingDaysIn(LocalDate.parse("2027-12-27"), LocalDate.parse("2028-01-01")))
                .isEqualTo(Reckoned.missing(2028));
        assertThat(shipped.kindOf(LocalDate.parse("2028-01-03"))).isEqualTo(Reckoned.missing(2028));
    }

    @Test
    void the_day_of_arrival_is_not_counted_so_its_year_need_not_be_known() {
        assertThat(shipped.nthWorkingDayAfter(LocalDate.parse("2019-12-31"), 1))
                .isEqualTo(Reckoned.of(LocalDate.parse("2020-01-02")));
    }

    @Test
    void a_gap_between_known_years_is_not_bridged() {
        WorkingCalendar gap = new WorkingCalendar(Set.of(2026, 2028), List.of());
        assertThat(gap.nthWorkingDayAfter(LocalDate.parse("2026-12-31"), 1)).isEqualTo(Reckoned.missing(2027));
    }

    @Test
    void the_same_day_twice_or_a_day_of_an_unknown_year_is_refused() {
        ExceptionalDay day = new ExceptionalDay(LocalDate.parse("2026-07-10"), false, "颱風停班");
        assertThatThrownBy(() -> new WorkingCalendar(Set.of(2026), List.of(day, day)))
                .hasMessageContaining("2026-07-10 is listed twice");
        assertThatThrownBy(() -> new WorkingCalendar(Set.of(2025), List.of(day)))
                .hasMessageContaining("does not know");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** The oracle knows no exceptions as such: it is the plain set of all days that are worked. */
    @ParameterizedTest
    @MethodSource("seeds")
    void counting_agrees_with_crossing_days_off_one_by_one(long seed) {
        Random random = new Random(seed);
        Set<ExceptionalDay> exceptions = new HashSet<>();
        Set<LocalDate> workedDays = new HashSet<>();
        int density = 2 + random.nextInt(60);
        LocalDate first = LocalDate.of(2026, 1, 1);
        for (LocalDate day = first; day.getYear() < 2028; day = day.plusDays(1)) {
            boolean worked = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            if (random.nextInt(density) == 0) {
                worked = random.nextBoolean();
                exceptions.add(new ExceptionalDay(day, worked, null));
            }
            if (worked) {
                workedDays.add(day);
            }
        }
        WorkingCalendar calendar = new WorkingCalendar(Set.of(2026, 2027), exceptions);

        LocalDate start = first.plusDays(random.nextInt(640));
        int n = 1 + random.nextInt(40);
        LocalDate expected = start;
        for (int crossed = 0; crossed < n && expected.getYear() < 2028; ) {
            expected = expected.plusDays(1);
            crossed += workedDays.contains(expected) ? 1 : 0;
        }
        Reckoned<LocalDate> nth = calendar.nthWorkingDayAfter(start, n);
        if (expected.getYear() == 2028) {
            assertThat(nth).as("seed %d", seed).isEqualTo(Reckoned.missing(2028));
        } else {
            assertThat(nth).as("seed %d", seed).isEqualTo(Reckoned.of(expected));
            assertThat(calendar.workingDaysIn(start, expected))
                    .as("seed %d", seed)
                    .isEqualTo(Reckoned.of(n));
        }
        LocalDate[] ends = {first.plusDays(random.nextInt(730)), first.plusDays(random.nextInt(730))};
        Arrays.sort(ends);
        assertThat(calendar.workingDaysIn(ends[0], ends[1])).as("seed %d", seed).isEqualTo(Reckoned.of((int)
                workedDays.stream()
                        .filter(day -> day.isAfter(ends[0]) && !day.isAfter(ends[1]))
                        .count()));
    }
}
