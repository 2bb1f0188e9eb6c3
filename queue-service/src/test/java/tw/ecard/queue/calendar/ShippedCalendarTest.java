package tw.ecard.queue.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedCalendarTest {
    /** Totals kept apart from the list, so that a slip of the pen in the resource is noticed. */
    @ParameterizedTest
    @CsvSource({
        "2020, 14, 3", "2021, 14, 2", "2022, 11, 1", "2023, 17, 6",
        "2024, 12, 1", "2025, 15, 1", "2026, 16, 0", "2027, 17, 0",
    })
    void every_year_has_its_days_off_and_its_worked_saturdays(int year, long off, long worked) {
        Map<Integer, List<ExceptionalDay>> days = ShippedCalendar.daysByYear();
        assertThat(days.get(year)).filteredOn(day -> !day.worked()).hasSize((int) off);
        assertThat(days.get(year)).filteredOn(ExceptionalDay::worked).hasSize((int) worked);
    }

    @Test
    void the_years_2020_to_2027_are_known_and_no_other() {
        assertThat(ShippedCalendar.load().years()).containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026 off 11-22", "2026 worked 11-23", "2026 closed 11-23"})
    void a_line_that_says_nothing_or_something_unknown_is_refused(String line) {
        assertThatThrownBy(() -> ShippedCalendar.parse(new StringReader(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
