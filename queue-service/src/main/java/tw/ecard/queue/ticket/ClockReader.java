package tw.ecard.queue.ticket;

import java.time.Instant;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.clock.ClockReading;

/**
 * Reads the clocks of tickets with the calendar and the day of one moment, so that a list agrees with itself.
 *
 * @param now the moment
 */
public record ClockReader(WorkingCalendar calendar, Instant now) {

    public ClockReading read(Ticket ticket) {
        return ticket.ledger().read(ticket.promise(), calendar, Taipei.dayOf(now));
    }

    /** Reads, and keeps the dates with the ticket to find it by. */
    public void index(Ticket ticket) {
        ticket.index(read(ticket));
    }
}
