package tw.ecard.queue.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.pace.Forecast;
import tw.ecard.queue.watch.DelayPolicy.Moment;
import tw.ecard.queue.watch.DelayPolicy.Waiting;

/** A case that is due soon from Wednesday, 2 December 2026, and due on Monday, 7 December. */
class DelayPolicyTest {

    private static final LocalDate DUE_SOON = day(2);
    private static final LocalDate DUE = day(7);
    private static final Forecast IN_TIME = Forecast.on(DUE);
    private static final Forecast LATE = Forecast.on(day(8));

    @Test
    void a_forecast_behind_the_last_day_is_told_from_the_day_on_which_it_is_due_soon() {
        assertThat(isToldInTheEveningOf(day(1), LATE)).isFalse();
        assertThat(isToldInTheEveningOf(DUE_SOON, LATE)).isTrue();
        assertThat(isToldInTheEveningOf(DUE_SOON, IN_TIME)).isFalse();
        assertThat(isToldInTheEveningOf(day(4), LATE)).isTrue();
    }

    @Test
    void a_forecast_beyond_all_known_days_is_late_too() {
        assertThat(isToldInTheEveningOf(DUE_SOON, Forecast.BEYOND_SCHEDULE)).isTrue();
    }

    @Test
    void during_the_day_nothing_is_told_of_a_last_day_to_come() {
        assertThat(DelayPolicy.isToBeTold(waiting(LATE, false), new Moment(day(4), false, DUE)))
                .isFalse();
        assertThat(DelayPolicy.isToBeTold(waiting(LATE, false), new Moment(DUE, false, day(8))))
                .isFalse();
    }

    @Test
    void whoever_still_waits_in_the_evening_of_the_last_day_is_told() {
        assertThat(isToldInTheEveningOf(DUE, IN_TIME)).isTrue();
        assertThat(DelayPolicy.isToBeTold(waiting(Forecast.TOO_LITTLE_HISTORY, true), new Moment(DUE, true, day(8))))
                .isTrue();
    }

    @Test
    void with_too_little_history_it_is_told_before_the_last_day_unless_its_turn_is_next() {
        Moment friday = new Moment(day(4), true, DUE);
        assertThat(DelayPolicy.isToBeTold(waiting(Forecast.TOO_LITTLE_HISTORY, false), friday))
                .isTrue();
        assertThat(DelayPolicy.isToBeTold(waiting(Forecast.TOO_LITTLE_HISTORY, true), friday))
                .isFalse();
        Moment thursday = new Moment(day(3), true, day(4));
        assertThat(DelayPolicy.isToBeTold(waiting(Forecast.TOO_LITTLE_HISTORY, false), thursday))
                .isFalse();
    }

    @Test
    void a_last_day_that_passed_untold_is_told_at_once() {
        assertThat(DelayPolicy.isToBeTold(waiting(IN_TIME, true), new Moment(day(8), false, day(9))))
                .isTrue();
    }

    @Test
    void a_case_without_a_last_day_cannot_miss_it() {
        assertThat(DelayPolicy.isToBeTold(new Waiting(null, null, LATE, false), new Moment(day(8), true, day(9))))
                .isFalse();
    }

    private static boolean isToldInTheEveningOf(LocalDate today, Forecast forecast) {
        return DelayPolicy.isToBeTold(waiting(forecast, false), new Moment(today, true, today.plusDays(1)));
    }

    private static Waiting waiting(Forecast forecast, boolean isNext) {
        return new Waiting(DUE_SOON, DUE, forecast, isNext);
    }

    private static LocalDate day(int ofDecember) {
        return LocalDate.of(2026, 12, ofDecember);
    }
}
