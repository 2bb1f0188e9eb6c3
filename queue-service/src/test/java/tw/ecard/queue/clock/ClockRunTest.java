package tw.ecard.queue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.calendar.ShippedCalendar;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;

class ClockRunTest {

    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final ServicePromise ISSUANCE = ServicePromise.of(Lane.ISSUANCE, Speed.NORMAL);

    /** Counted by hand on the office calendar: over a New Year, over a long holiday, over pauses, on a worked Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-24 2027-01-11, 10, true",
        "2026-12-24 2027-01-12, 11, false",
        "2026-02-11 2026-03-05, 10, true",
        "2027-02-01 2027-02-22, 10, true",
        "2026-12-24 2026-12-30 2027-01-29 2027-02-03, 6, true",
        "2026-02-11 2026-02-13 2026-02-23 2026-03-05 2026-03-09 2026-03-10, 10, true",
        "2026-02-11 2026-02-13 2026-02-23 2026-03-05 2026-03-09 2026-03-11, 11, false",
        "2023-02-02 2023-02-04, 2, true",
        "2026-11-23 2026-11-23, 0, true",
    })
    void a_run_reads_as_its_ledger_does(String days, int workingDays, boolean kept) {
        ClockRun run = run(days);

        ClockReading reading = run.ledger().read(ISSUANCE, CALENDAR, run.lastDay());

        assertThat(reading.workingDaysUsed()).isEqualTo(workingDays);
        assertThat(!run.lastDay().isAfter(reading.dueOn())).isEqualTo(kept);
        assertThat(ClockRun.of(run.ledger())).isEqualTo(run);
    }

    @Test
    void only_a_clock_that_stopped_while_it_ran_has_a_run() {
        ClockLedger ledger = ClockLedger.startedAt(
                LocalDate.of(2026, 11, 23).atStartOfDay(Taipei.ZONE).toInstant());
        assertThatThrownBy(() -> ClockRun.of(ledger)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockRun(List.of(LocalDate.EPOCH))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ClockRun run(String days) {
        return new ClockRun(Arrays.stream(days.split(" ")).map(LocalDate::parse).toList());
    }
}
