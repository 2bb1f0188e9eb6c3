package tw.ecard.queue.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;

/** Ledgers of every shape over ten years, against {@link WalkingClerk}. */
class ClockLedgerPropertyTest {

    private static final LocalTime[] TIMES = {
        LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(8, 0), LocalTime.of(23, 59, 59, 999_999_000)
    };
    private static final int[] MOST_DAYS_BETWEEN = {1, 3, 12, 40, 400};

    static LongStream seeds() {
        return LongStream.range(0, 3_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_reading_agrees_with_a_clerk_and_a_wall_calendar(long seed) {
        Random random = new Random(seed);
        LocalDate arrival = WallCalendar.start()
                .plusDays(random.nextInt((int) ChronoUnit.DAYS.between(WallCalendar.start(), WallCalendar.end())));
        check(seed, random, arrival);
    }

    /** Where calendars are most easily got wrong: ends of years, leap days and their neighbours, the end of what is known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-28", "2020-02-29", "2020-12-30", "2020-12-31", "2021-01-01", "2021-02-28", "2023-12-29",
                "2024-01-15", "2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-12-24", "2028-02-28",
                "2028-02-29", "2028-12-31", "2029-12-10", "2029-12-20", "2029-12-30", "2029-12-31"
            })
    void around_the_edges_of_the_calendar_too(LocalDate arrival) {
        for (long seed = 0; seed < 100; seed++) {
            check(seed, new Random(seed), arrival);
        }
    }

    private static void check(long seed, Random random, LocalDate arrival) {
        WallCalendar wall = new WallCalendar(random);
        ServicePromise promise = ServicePromise.of(
                Lane.values()[random.nextInt(2)], Speed.values()[random.nextInt(Speed.values().length)]);
        ClockLedger ledger = ledger(random, arrival);
        LocalDate today = Taipei.dayOf(ledger.last().at()).plusDays(random.nextInt(40));

        assertThat(ledger.read(promise, wall.asKept(), today))
                .as("seed %d: %s from %s, read on %s, %s", seed, promise, arrival, today, ledger.entries())
                .isEqualTo(new WalkingClerk(wall, promise, arrival).read(ledger.entries(), today));
    }

    /** Up to six pauses, some within a day, some over a year; left running, paused or stopped. */
    private static ClockLedger ledger(Random random, LocalDate arrival) {
        LocalDate day = arrival;
        ClockLedger ledger = ClockLedger.startedAt(
                day.atTime(time(random)).atZone(Taipei.ZONE).toInstant());
        int most = MOST_DAYS_BETWEEN[random.nextInt(MOST_DAYS_BETWEEN.length)];
        for (int entries = random.nextInt(13); entries >= 0; entries--) {
            day = day.plusDays(random.nextInt(most));
            ClockEvent next = ledger.last().event() == ClockEvent.PAUSED ? ClockEvent.RESUMED : ClockEvent.PAUSED;
            boolean ends = entries == 0;
            if (!ends || random.nextBoolean()) {
                ledger = ledger.with(
                        ends ? ClockEvent.STOPPED : next,
                        day.atTime(time(random)).atZone(Taipei.ZONE).toInstant());
            }
        }
        return ledger;
    }

    private static LocalTime time(Random random) {
        return TIMES[random.nextInt(TIMES.length)];
    }
}
