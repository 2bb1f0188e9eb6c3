package tw.ecard.queue.ticket;

import java.time.DateTimeException;
import java.time.LocalDate;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.HttpRefusal;

/**
 * A place in the list of those who are due first.
 *
 * @param dueOn the last day; {@link #NEVER} while there is none
 * @param number tells apart what is due on one day
 */
public record DuePlace(LocalDate dueOn, long number) {

    /** Stands for no last day: the clock is paused, or a year of the calendar is missing. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final DuePlace START = new DuePlace(LocalDate.EPOCH, 0);

    public static DuePlace of(Ticket ticket) {
        return new DuePlace(ticket.dueOn() == null ? NEVER : ticket.dueOn(), ticket.number());
    }

    /** The place that a page's cursor names; the start of the list where no cursor was sent. */
    public static DuePlace at(String cursor) {
        if (cursor == null) {
            return START;
        }
        String[] parts = Cursor.text(cursor, "").split(" ", 2);
        try {
            return new DuePlace(LocalDate.parse(parts[0]), Long.parseLong(parts[parts.length - 1]));
        } catch (DateTimeException | NumberFormatException e) {
            throw new HttpRefusal.InvalidCursor();
        }
    }

    /** As a cursor holds it. */
    public String text() {
        return dueOn + " " + number;
    }
}
