package tw.ecard.queue.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.queue.refusal.QueueRefusal;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void without_days_it_is_the_last_twelve_months() {
        assertThat(Period.of(null, null, TODAY)).isEqualTo(new Period(LocalDate.of(2025, 12, 1), TODAY));
        assertThat(Period.of(null, "2025-03-31", TODAY))
                .isEqualTo(new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 3, 31)));
        assertThat(Period.of("2026-11-01", null, TODAY).months()).containsExactly(YearMonth.of(2026, 11));
    }

    @Test
    void it_goes_over_the_years_month_by_month() {
        assertThat(Period.of("2024-12-31", "2025-02-01", TODAY).months())
                .containsExactly(YearMonth.of(2024, 12), YearMonth.of(2025, 1), YearMonth.of(2025, 2));
    }

    @Test
    void five_years_are_the_longest() {
        assertThat(Period.of("2021-01-01", "2025-12-31", TODAY).months()).hasSize(60);
        assertThatThrownBy(() -> Period.of("2021-01-01", "2026-01-01", TODAY))
                .isInstanceOf(QueueRefusal.PeriodTooLong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-02-30", "yesterday", "", "+99999-01-01", "0001-01-01"})
    void what_is_no_day_or_begins_after_its_end_is_refused(String from) {
        assertThatThrownBy(() -> Period.of(from, "2026-11-23", TODAY)).isInstanceOf(QueueRefusal.InvalidPeriod.class);
    }
}
