package tw.ecard.queue.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.queue.calendar.WorkingCalendar;

/**
 * What happened to the clock of one case, oldest first. An immutable value that is always a legal history.
 *
 * <p>Administrative Procedure Act, articles 48 and 51: the day of arrival is not counted; while the applicant corrects
 * the clock stops, and then continues. So working days in {@code (start, pause]} count, those in {@code (pause, resume]}
 * do not, those after do.
 */
public final class ClockLedger {
    private final List<ClockEntry> entries;

    private ClockLedger(List<ClockEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A clock that was started by an arrival. */
    public static ClockLedger startedAt(Instant arrival) {
        return new ClockLedger(List.of(new ClockEntry(ClockEvent.STARTED, arrival)));
    }

    /**
     * The ledger as it was kept.
     *
     * @throws IllegalArgumentException when the entries are no legal history
     */
    public static ClockLedger of(List<ClockEntry> entries) {
        ClockEntry last = null;
        for (ClockEntry entry : entries) {
            if (!entry.event().mayFollow(last == null ? null : last.event())) {
                throw new IllegalArgumentException("%s cannot follow %s".formatted(entry, last));
            }
            if (last != null && entry.at().isBefore(last.at())) {
                throw new IllegalArgumentException("%s is earlier than %s".formatted(entry, last));
            }
            last = entry;
        }
        if (last == null) {
            throw new IllegalArgumentException("a clock begins with STARTED");
        }
        return new ClockLedger(entries);
    }

    /**
     * The ledger with one more entry.
     *
     * <p>Pauses and resumptions are stamped by two services on two machines: an entry never lies before the one that it
     * follows.
     *
     * @throws IllegalStateException when the clock is not in a state for that
     */
    public ClockLedger with(ClockEvent event, Instant at) {
        ClockEntry last = last();
        if (!event.mayFollow(last.event())) {
            throw new IllegalStateException(event + " cannot follow " + last.event());
        }
        List<ClockEntry> longer = new ArrayList<>(entries);
        longer.add(new ClockEntry(event, at.isBefore(last.at()) ? last.at() : at));
        return new ClockLedger(longer);
    }

    public List<ClockEntry> entries() {
        return entries;
    }

    public ClockEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** What the ledger adds up to on {@code today}, a date in Taipei. */
    public ClockReading read(ServicePromise promise, WorkingCalendar calendar, LocalDate today) {
        return new LedgerReader(entries, promise, calendar, today).read();
    }
}
