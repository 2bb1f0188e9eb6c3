package tw.ecard.queue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.calendar.ShippedCalendar;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.history.LaneHistory;
import tw.ecard.queue.intake.ApplicationEvent.Place;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Lanes;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.notification.PlanningMails;
import tw.ecard.queue.ticket.Application;
import tw.ecard.queue.ticket.Arrival;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.InstitutionKind;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/**
 * Arrivals and withdrawals in any order, with only the rows of the tables remembered: what is admitted is 1 to n, one
 * after the other, at each moment as far as there is no gap.
 */
class AdmissionPropertyTest {

    private static final Instant NOW = TestClock.MONDAY;
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();

    private final Map<Long, Ticket> rows = new TreeMap<>();
    private final List<Long> admitted = new ArrayList<>();
    private final TreeSet<Long> withdrawnBefore = new TreeSet<>();
    private final Tickets tickets = mock(Tickets.class);
    private final Lanes lanes = mock(Lanes.class);
    private final ClockReaders clocks = mock(ClockReaders.class);
    private final CaseEvents events = mock(CaseEvents.class);
    private final LaneHistory history = mock(LaneHistory.class);
    private final IntakeConfig config = mock(IntakeConfig.class);
    private final AdmittingCases admission =
            new AdmittingCases(tickets, lanes, clocks, events, history, mock(PlanningMails.class), config);
    private final ContinuingCases continuing = new ContinuingCases(tickets, clocks, events, history);
    private long admittedUpTo;

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cases_are_admitted_in_the_order_of_their_numbers_in_whatever_order_they_arrive(long seed) {
        Random dice = new Random(seed);
        int cases = 1 + dice.nextInt(40);
        int batch = 1 + dice.nextInt(2 * cases);
        remember(batch);

        for (Runnable step : schedule(cases, dice)) {
            step.run();
            assertThat(admitted).as("seed %d: admitted", seed).isEqualTo(inTheLane());
            assertThat(admittedUpTo).as("seed %d: no gap", seed).isLessThanOrEqualTo(withoutGap());
            if (batch >= cases) {
                assertThat(admittedUpTo).as("seed %d: as far as it goes", seed).isEqualTo(withoutGap());
            }
        }
        if (batch >= cases) {
            assertThat(admittedUpTo).as("seed %d: the last number", seed).isEqualTo(cases);
        }
    }

    /** Each number's arrival, and the withdrawal of some of them at any time after it. */
    private List<Runnable> schedule(int cases, Random dice) {
        List<Long> numbers = LongStream.rangeClosed(1, cases).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, dice);
        List<Runnable> steps = new ArrayList<>();
        // From the last arrival to the first, so that a withdrawal can be put anywhere behind its own.
        for (long number : numbers) {
            UUID application = new UUID(0, number);
            if (dice.nextInt(5) == 0) {
                steps.add(dice.nextInt(steps.size() + 1), () -> withdraw(application, number));
            }
            steps.add(0, () -> admission.receive(arrival(application, number)));
        }
        return steps;
    }

    private void withdraw(UUID application, long number) {
        if (number > admittedUpTo) {
            withdrawnBefore.add(number);
        }
        continuing.withdrawn(new Place(application, Lane.REVIEW, number), NOW);
    }

    /** Every number up to the last that is admitted, but for those of cases that were over before. */
    private List<Long> inTheLane() {
        return LongStream.rangeClosed(1, admittedUpTo)
                .filter(number -> !withdrawnBefore.contains(number))
                .boxed()
                .toList();
    }

    private long withoutGap() {
        long last = 0;
        while (rows.containsKey(last + 1)) {
            last++;
        }
        return last;
    }

    private void remember(int batch) {
        when(config.batchSize()).thenReturn(batch);
        when(clocks.now()).thenReturn(new ClockReader(CALENDAR, NOW));
        when(clocks.untilCommit()).thenReturn(new ClockReader(CALENDAR, NOW));
        when(lanes.lock(any())).thenAnswer(call -> admittedUpTo);
        when(tickets.locked(any(), anyLong()))
                .thenAnswer(call -> Optional.ofNullable(rows.get(call.<Long>getArgument(1))));
        when(tickets.arrived(any(), any()))
                .thenAnswer(
                        call -> rows.putIfAbsent(call.<Ticket>getArgument(0).number(), call.getArgument(0)) == null);
        when(lanes.admittedUpTo(any(), anyLong(), any())).thenAnswer(call -> {
            admittedUpTo = call.getArgument(1);
            return rows.containsKey(admittedUpTo + 1);
        });
        doAnswer(call -> admitted.add(call.<Ticket>getArgument(0).number()))
                .when(events)
                .admitted(any(), any());
    }

    private static Arrival arrival(UUID application, long number) {
        return new Arrival(
                Lane.REVIEW,
                number,
                new Application(application, "1150000001", "999901", "示範高級中學", InstitutionKind.SCHOOL),
                Speed.NORMAL,
                1,
                NOW,
                null,
                List.of());
    }
}
