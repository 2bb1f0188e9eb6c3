package tw.ecard.queue.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.calendar.DayKind;
import tw.ecard.queue.calendar.ShippedCalendar;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;

/** The oracle walks day by day with one counter and one switch, as a clerk with a wall calendar would. */
class ClockLedgerPropertyTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_reading_agrees_with_a_clerk_and_a_wall_calendar(long seed) {
        Random random = new Random(seed);
        ServicePromise promise = ServicePromise.of(
                Lane.values()[random.nextInt(2)], Speed.values()[random.nextInt(Speed.values().length)]);
        LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(365 * 7));
        ClockLedger ledger = ClockLedger.startedAt(noon(start));

        boolean running = true;
        int used = 0;
        LocalDate target = null;
        LocalDate due = null;
        LocalDate soon = promise.dueSoonDays() == 0 ? start : null;
        LocalDate today = start;
        int days = random.nextInt(60);
        for (int i = 0; i < days; i++) {
            // Entries of a day are written in the evening: the day itself still counts as it began.
            if (random.nextInt(6) == 0) {
                running = !running;
                ledger = ledger.with(running ? ClockEvent.RESUMED : ClockEvent.PAUSED, noon(today));
            }
            today = today.plusDays(1);
            boolean counts = running
                    && CALENDAR.kindOf(today).value().filter(DayKind::isWorked).isPresent();
            if (counts) {
                used++;
                target = used == promise.targetDays() ? today : target;
                soon = used == promise.dueSoonDays() ? today : soon;
                due = used == promise.dueDays() ? today : due;
            }
        }

        ClockReading reading = ledger.read(promise, CALENDAR, today);
        assertThat(reading.workingDaysUsed()).as("seed %d", seed).isEqualTo(used);
        if (!running) {
            assertThat(reading)
                    .as("seed %d", seed)
                    .isEqualTo(new ClockReading(
                            ClockState.PAUSED, used, null, null, null, Math.max(0, promise.dueDays() - used), null));
            return;
        }
        LocalDate expectedTarget = target != null ? target : goOn(today, promise.targetDays() - used);
        LocalDate expectedSoon = soon != null ? soon : goOn(today, promise.dueSoonDays() - used);
        LocalDate expectedDue = due != null ? due : goOn(today, promise.dueDays() - used);
        ClockState expectedState = today.isAfter(expectedDue)
                ? ClockState.OVERDUE
                : used >= promise.dueSoonDays() ? ClockState.DUE_SOON : ClockState.ON_TIME;
        assertThat(reading)
                .as("seed %d", seed)
                .isEqualTo(
                        new ClockReading(expectedState, used, expectedSoon, expectedTarget, expectedDue, null, null));
    }

    private static LocalDate goOn(LocalDate from, int workingDays) {
        LocalDate date = from;
        for (int left = workingDays; left > 0; ) {
            date = date.plusDays(1);
            if (CALENDAR.kindOf(date).value().orElseThrow().isWorked()) {
                left--;
            }
        }
        return date;
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(Taipei.ZONE).toInstant();
    }
}
