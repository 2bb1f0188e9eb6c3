package tw.ecard.queue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.queue.calendar.ShippedCalendar;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;

class ClockLedgerTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final ServicePromise ISSUANCE = ServicePromise.of(Lane.ISSUANCE, Speed.NORMAL);

    @ParameterizedTest
    @CsvSource({
        "2020-08-10, 2020-08-19, 2020-08-24",
        "2023-02-02, 2023-02-10, 2023-02-15",
        "2026-02-11, 2026-03-02, 2026-03-05",
        "2026-12-24, 2027-01-06, 2027-01-11",
        "2027-02-01, 2027-02-17, 2027-02-22",
    })
    void issuance_aims_at_the_seventh_and_is_due_on_the_tenth_working_day(
            LocalDate arrival, LocalDate target, LocalDate due) {
        ClockReading reading = ClockLedger.startedAt(noon(arrival)).read(ISSUANCE, CALENDAR, arrival);
        assertThat(reading).isEqualTo(new ClockReading(ClockState.ON_TIME, 0, target, target, due, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 2026-12-01, 2026-11-30",
        "URGENT, 2026-11-26, 2026-11-25",
        "MOST_URGENT, 2026-11-24, 2026-11-23",
    })
    void review_is_due_by_the_speed_of_the_document_and_due_soon_a_working_day_before(
            Speed speed, LocalDate due, LocalDate soon) {
        ServicePromise promise = ServicePromise.of(Lane.REVIEW, speed);
        ClockLedger ledger = ClockLedger.startedAt(noon("2026-11-23"));

        assertThat(ledger.read(promise, CALENDAR, soon))
                .extracting(ClockReading::state, ClockReading::targetOn, ClockReading::dueOn)
                .containsExactly(ClockState.DUE_SOON, due, due);
        if (speed != Speed.MOST_URGENT) {
            assertThat(ledger.read(promise, CALENDAR, soon.minusDays(1)).state())
                    .isEqualTo(ClockState.ON_TIME);
        }
        assertThat(ledger.read(promise, CALENDAR, due.plusDays(1)).state()).isEqualTo(ClockState.OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 6, ON_TIME",
        "2026-12-02, 7, DUE_SOON",
        "2026-12-06, 9, DUE_SOON",
        "2026-12-07, 10, DUE_SOON",
        "2026-12-08, 11, OVERDUE",
    })
    void issuance_is_due_soon_from_the_target_on_and_overdue_after_the_due_date(
            LocalDate today, int used, ClockState state) {
        ClockReading reading = ClockLedger.startedAt(noon("2026-11-23")).read(ISSUANCE, CALENDAR, today);
        assertThat(reading.workingDaysUsed()).isEqualTo(used);
        assertThat(reading.state()).isEqualTo(state);
    }

    @Test
    void an_arrival_belongs_to_its_day_in_taiwan() {
        ClockLedger lateEvening = ClockLedger.startedAt(Instant.parse("2026-11-23T15:59:59Z"));
        ClockLedger afterMidnight = ClockLedger.startedAt(Instant.parse("2026-11-23T16:00:00Z"));
        assertThat(dueOn(lateEvening)).isEqualTo("2026-12-07");
        assertThat(dueOn(afterMidnight)).isEqualTo("2026-12-08");
    }

    @Test
    void a_paused_case_has_no_dates_but_working_days_left() {
        ClockLedger paused = ClockLedger.startedAt(noon("2026-11-23")).with(ClockEvent.PAUSED, noon("2026-11-26"));
        assertThat(paused.read(ISSUANCE, CALENDAR, LocalDate.parse("2027-03-01")))
                .isEqualTo(new ClockReading(ClockState.PAUSED, 3, null, null, null, 7, null));
    }

    @Test
    void a_resumed_clock_continues_where_it_was_paused() {
        ClockLedger resumed = ClockLedger.startedAt(noon("2026-11-23"))
                .with(ClockEvent.PAUSED, noon("2026-11-26"))
                .with(ClockEvent.RESUMED, noon("2026-12-03"));
        assertThat(resumed.read(ISSUANCE, CALENDAR, LocalDate.parse("2026-12-04")))
                .isEqualTo(new ClockReading(
                        ClockState.ON_TIME,
                        4,
                        LocalDate.parse("2026-12-09"),
                        LocalDate.parse("2026-12-09"),
                        LocalDate.parse("2026-12-14"),
                        null,
                        null));
    }

    @Test
    void a_case_that_was_overdue_when_it_was_paused_is_overdue_when_it_goes_on() {
        ClockLedger ledger = ClockLedger.startedAt(noon("2026-11-23")).with(ClockEvent.PAUSED, noon("2026-12-09"));
        assertThat(ledger.read(ISSUANCE, CALENDAR, LocalDate.parse("2026-12-10"))
                        .workingDaysLeft())
                .isZero();
        ClockLedger resumed = ledger.with(ClockEvent.RESUMED, noon("2026-12-15"));
        assertThat(resumed.read(ISSUANCE, CALENDAR, LocalDate.parse("2026-12-15")))
                .isEqualTo(new ClockReading(
                        ClockState.OVERDUE,
                        12,
                        LocalDate.parse("2026-12-02"),
                        LocalDate.parse("2026-12-02"),
                        LocalDate.parse("2026-12-07"),
                        null,
                        null));
    }

    @Test
    void a_stopped_clock_stands_still() {
        ClockLedger done = ClockLedger.startedAt(noon("2026-11-23")).with(ClockEvent.STOPPED, noon("2026-11-25"));
        assertThat(done.read(ISSUANCE, CALENDAR, LocalDate.parse("2027-06-01")))
                .extracting(ClockReading::state, ClockReading::workingDaysUsed, ClockReading::dueOn)
                .containsExactly(ClockState.DONE, 2, LocalDate.parse("2026-12-07"));
    }

    @Test
    void a_case_that_ends_while_paused_never_gets_a_due_date() {
        ClockLedger withdrawn = ClockLedger.startedAt(noon("2026-11-23"))
                .with(ClockEvent.PAUSED, noon("2026-11-25"))
                .with(ClockEvent.STOPPED, noon("2026-11-30"));
        assertThat(withdrawn.read(ISSUANCE, CALENDAR, LocalDate.parse("2026-12-30")))
                .isEqualTo(new ClockReading(ClockState.DONE, 2, null, null, null, null, null));
    }

    @Test
    void past_the_last_known_year_nothing_is_guessed_and_the_missing_year_is_named() {
        ClockLedger ledger = ClockLedger.startedAt(noon("2027-12-20"));
        assertThat(ledger.read(ISSUANCE, CALENDAR, LocalDate.parse("2027-12-30")))
                .isEqualTo(new ClockReading(
                        ClockState.DUE_SOON,
                        7,
                        LocalDate.parse("2027-12-30"),
                        LocalDate.parse("2027-12-30"),
                        null,
                        null,
                        2028));
        assertThat(ledger.read(ISSUANCE, CALENDAR, LocalDate.parse("2028-01-03")))
                .isEqualTo(new ClockReading(
                        null, null, LocalDate.parse("2027-12-30"), LocalDate.parse("2027-12-30"), null, null, 2028));
    }

    @Test
    void a_day_that_was_reached_before_the_missing_year_stays_known_after_a_pause_within_that_year() {
        ClockLedger ledger = ClockLedger.startedAt(noon("2027-12-16"))
                .with(ClockEvent.PAUSED, noon("2028-01-05"))
                .with(ClockEvent.RESUMED, noon("2028-01-10"));
        assertThat(ledger.read(ISSUANCE, CALENDAR, LocalDate.parse("2028-01-11")))
                .isEqualTo(new ClockReading(
                        null, null, LocalDate.parse("2027-12-28"), LocalDate.parse("2027-12-28"), null, null, 2028));
    }

    @Test
    void the_clocks_of_two_machines_cannot_turn_the_ledger_back() {
        ClockLedger ledger = ClockLedger.startedAt(noon("2026-11-24")).with(ClockEvent.PAUSED, noon("2026-11-23"));
        assertThat(ledger.last()).isEqualTo(new ClockEntry(ClockEvent.PAUSED, noon("2026-11-24")));
    }

    @Test
    void only_legal_histories_can_be_written_or_read() {
        ClockLedger running = ClockLedger.startedAt(noon("2026-11-23"));
        ClockLedger stopped = running.with(ClockEvent.STOPPED, noon("2026-11-24"));
        assertThatThrownBy(() -> running.with(ClockEvent.RESUMED, noon("2026-11-24")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> running.with(ClockEvent.STARTED, noon("2026-11-24")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stopped.with(ClockEvent.PAUSED, noon("2026-11-25")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ClockLedger.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClockLedger.of(List.of(new ClockEntry(ClockEvent.PAUSED, noon("2026-11-24")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ClockLedger.of(stopped.entries()).entries()).isEqualTo(stopped.entries());
    }

    private static LocalDate dueOn(ClockLedger ledger) {
        return ledger.read(ISSUANCE, CALENDAR, LocalDate.parse("2026-11-24")).dueOn();
    }

    private static Instant noon(String date) {
        return noon(LocalDate.parse(date));
    }

    private static Instant noon(LocalDate date) {
        return OffsetDateTime.parse(date + "T12:00:00+08:00").toInstant();
    }
}
