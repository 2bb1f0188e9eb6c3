package tw.ecard.queue.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.calendar.Reckoned;
import tw.ecard.queue.calendar.WorkingCalendar;

/** Adds up one ledger, for one day. */
final class LedgerReader {
    /** A stretch in which working days count: {@code (after, through]}; {@code through} is null while it lasts. */
    private record Stretch(LocalDate after, LocalDate through) {}

    private final List<Stretch> stretches;
    private final ClockEvent last;
    private final boolean stoppedWhilePaused;
    private final ServicePromise promise;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    LedgerReader(List<ClockEntry> entries, ServicePromise promise, WorkingCalendar calendar, LocalDate today) {
        this.stretches = stretches(entries);
        this.last = entries.get(entries.size() - 1).event();
        this.stoppedWhilePaused =
                last == ClockEvent.STOPPED && entries.get(entries.size() - 2).event() == ClockEvent.PAUSED;
        this.promise = promise;
        this.calendar = calendar;
        this.today = today;
    }

    ClockReading read() {
        Reckoned<Integer> used = used();
        if (last == ClockEvent.PAUSED) {
            return new ClockReading(
                    ClockState.PAUSED,
                    used.value().orElse(null),
                    null,
                    null,
                    null,
                    used.value()
                            .map(days -> Math.max(0, promise.dueDays() - days))
                            .orElse(null),
                    used.missingYear().orElse(null));
        }
        Optional<Reckoned<LocalDate>> dueSoon = promise.dueSoonDays() == 0
                ? Optional.of(Reckoned.of(stretches.get(0).after()))
                : dayOf(promise.dueSoonDays());
        Optional<Reckoned<LocalDate>> target = dayOf(promise.targetDays());
        Optional<Reckoned<LocalDate>> due = dayOf(promise.dueDays());
        Integer missingYear = Stream.of(Optional.of(used), target, due)
                .flatMap(Optional::stream)
                .flatMap(reckoned -> reckoned.missingYear().stream())
                .min(Integer::compare)
                .orElse(null);
        return new ClockReading(
                last == ClockEvent.STOPPED ? ClockState.DONE : runningState(dueSoon.orElseThrow(), due.orElseThrow()),
                used.value().orElse(null),
                dueSoon.flatMap(Reckoned::value).orElse(null),
                target.flatMap(Reckoned::value).orElse(null),
                due.flatMap(Reckoned::value).orElse(null),
                null,
                missingYear);
    }

    private ClockState runningState(Reckoned<LocalDate> dueSoon, Reckoned<LocalDate> due) {
        if (due.value().filter(today::isAfter).isPresent()) {
            return ClockState.OVERDUE;
        }
        // A due date in a missing year is still known to be later than every day before that year.
        if (due.missingYear().filter(year -> today.getYear() >= year).isPresent()) {
            return null;
        }
        boolean isDueSoon =
                dueSoon.value().filter(soon -> !today.isBefore(soon)).isPresent();
        return isDueSoon ? ClockState.DUE_SOON : ClockState.ON_TIME;
    }

    private Reckoned<Integer> used() {
        Reckoned<Integer> sum = Reckoned.of(0);
        for (Stretch stretch : stretches) {
            LocalDate through = stretch.through() == null ? today : stretch.through();
            sum = sum.then(
                    days -> calendar.workingDaysIn(stretch.after(), through).then(more -> Reckoned.of(days + more)));
        }
        return sum;
    }

    /**
     * The day that is the {@code n}-th to count: in an earlier stretch if it was reached there, else in the last one,
     * taken to go on. Empty when the clock does not run and the day was never reached.
     */
    Optional<Reckoned<LocalDate>> dayOf(int n) {
        int left = n;
        Stretch lastStretch = stretches.get(stretches.size() - 1);
        for (Stretch stretch : stretches) {
            boolean goesOn = stretch == lastStretch && last != ClockEvent.PAUSED && !stoppedWhilePaused;
            if (goesOn) {
                break;
            }
            Reckoned<LocalDate> day = calendar.nthWorkingDayAfter(stretch.after(), left);
            if (day.value()
                    .filter(reached -> !reached.isAfter(stretch.through()))
                    .isPresent()) {
                return Optional.of(day);
            }
            Reckoned<Integer> counted = calendar.workingDaysIn(stretch.after(), stretch.through());
            if (counted.missingYear().isPresent()) {
                return Optional.of(Reckoned.missing(counted.missingYear().get()));
            }
            left -= counted.value().orElseThrow();
        }
        if (last == ClockEvent.PAUSED || stoppedWhilePaused) {
            return Optional.empty();
        }
        return Optional.of(calendar.nthWorkingDayAfter(lastStretch.after(), left));
    }

    private static List<Stretch> stretches(List<ClockEntry> entries) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate after = null;
        for (ClockEntry entry : entries) {
            LocalDate on = Taipei.dayOf(entry.at());
            if (entry.event().letsTheClockRun()) {
                after = on;
            } else if (after != null) {
                stretches.add(new Stretch(after, on));
                after = null;
            }
        }
        if (after != null) {
            stretches.add(new Stretch(after, null));
        }
        return stretches;
    }
}
