package tw.ecard.queue.clock;

import java.time.LocalDate;
import java.util.List;
import tw.ecard.kit.time.Taipei;

/**
 * The oracle: a clerk who walks over a wall calendar day by day, with one counter and one switch, and who knows neither
 * stretches nor sums. A day counts when it is worked and the clock was running as it began: entries take effect with the
 * next day, the last entry of a day decides.
 */
final class WalkingClerk {

    private final WallCalendar wall;
    private final ServicePromise promise;
    private LocalDate day;
    private boolean running = true;
    private int used;
    private LocalDate dueSoonOn;
    private LocalDate targetOn;
    private LocalDate dueOn;
    /** The year of the first day that should have been looked at and is not on the wall. */
    private Integer missingYear;

    WalkingClerk(WallCalendar wall, ServicePromise promise, LocalDate arrival) {
        this.wall = wall;
        this.promise = promise;
        this.day = arrival;
        this.dueSoonOn = promise.dueSoonDays() == 0 ? arrival : null;
    }

    /** What the clerk reads off on {@code today}; no entry is later than that day. */
    ClockReading read(List<ClockEntry> entries, LocalDate today) {
        ClockEntry last = entries.get(entries.size() - 1);
        walk(entries, last.event() == ClockEvent.STOPPED ? Taipei.dayOf(last.at()) : today);
        Integer usedSoFar = missingYear != null ? null : used;
        if (last.event() == ClockEvent.PAUSED) {
            Integer left = missingYear != null ? null : Math.max(0, promise.dueDays() - used);
            return new ClockReading(ClockState.PAUSED, usedSoFar, null, null, null, left, missingYear);
        }
        boolean overdue = dueOn != null && today.isAfter(dueOn);
        boolean dueSoon = dueSoonOn != null && !today.isBefore(dueSoonOn);
        if (last.event() != ClockEvent.STOPPED
                || entries.get(entries.size() - 2).event() != ClockEvent.PAUSED) {
            goOn();
        }
        ClockState state = overdue ? ClockState.OVERDUE : dueSoon ? ClockState.DUE_SOON : ClockState.ON_TIME;
        if (last.event() == ClockEvent.STOPPED) {
            state = ClockState.DONE;
        } else if (dueOn == null && today.getYear() >= missingYear) {
            state = null;
        }
        return new ClockReading(state, usedSoFar, dueSoonOn, targetOn, dueOn, null, missingYear);
    }

    private void walk(List<ClockEntry> entries, LocalDate until) {
        note(entries);
        while (day.isBefore(until)) {
            nextDay();
            note(entries);
        }
    }

    /** As if the clock ran on from here, or from where it was stopped, until the last day is reached. */
    private void goOn() {
        running = true;
        while (dueOn == null && missingYear == null) {
            nextDay();
        }
    }

    private void nextDay() {
        day = day.plusDays(1);
        if (!running) {
            return;
        }
        if (!day.isBefore(WallCalendar.end())) {
            missingYear = missingYear == null ? Integer.valueOf(day.getYear()) : missingYear;
        } else if (wall.isWorked(day)) {
            used++;
            dueSoonOn = used == promise.dueSoonDays() ? day : dueSoonOn;
            targetOn = used == promise.targetDays() ? day : targetOn;
            dueOn = used == promise.dueDays() ? day : dueOn;
        }
    }

    private void note(List<ClockEntry> entries) {
        for (ClockEntry entry : entries) {
            if (Taipei.dayOf(entry.at()).equals(day)) {
                running = entry.event() == ClockEvent.STARTED || entry.event() == ClockEvent.RESUMED;
            }
        }
    }
}
