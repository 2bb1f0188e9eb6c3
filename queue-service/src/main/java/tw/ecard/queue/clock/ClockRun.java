package tw.ecard.queue.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.kit.time.Taipei;

/**
 * The days between which the clock of a case ran until the case was decided: all that a count of working days needs of
 * a ledger, and no more.
 *
 * @param days pairs of days in Taipei, ascending; in each pair the first does not count, the second does
 */
public record ClockRun(List<LocalDate> days) {

    public ClockRun {
        days = List.copyOf(days);
        if (days.isEmpty() || days.size() % 2 != 0) {
            throw new IllegalArgumentException("the days come in pairs: " + days);
        }
    }

    /** Of a ledger that was stopped while it ran. */
    public static ClockRun of(ClockLedger ledger) {
        if (ledger.last().event() != ClockEvent.STOPPED) {
            throw new IllegalArgumentException("the clock still runs");
        }
        return new ClockRun(
                ledger.entries().stream().map(entry -> Taipei.dayOf(entry.at())).toList());
    }

    public LocalDate lastDay() {
        return days.get(days.size() - 1);
    }

    /** A ledger that reads the same, on any calendar. */
    public ClockLedger ledger() {
        List<ClockEntry> entries = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            entries.add(new ClockEntry(
                    event(i), days.get(i).atStartOfDay(Taipei.ZONE).toInstant()));
        }
        return ClockLedger.of(entries);
    }

    private ClockEvent event(int place) {
        if (place == days.size() - 1) {
            return ClockEvent.STOPPED;
        }
        if (place == 0) {
            return ClockEvent.STARTED;
        }
        return place % 2 == 0 ? ClockEvent.RESUMED : ClockEvent.PAUSED;
    }
}
