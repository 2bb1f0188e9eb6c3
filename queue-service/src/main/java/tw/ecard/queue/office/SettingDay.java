package tw.ecard.queue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.lane.Lanes;
import tw.ecard.queue.refusal.QueueRefusal;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** Says whether one day is worked: a typhoon closure, or the library's own closing day. */
@ApplicationScoped
class SettingDay {

    private final Calendars calendars;
    private final Lanes lanes;
    private final Tickets tickets;
    private final ClockReaders clocks;
    private final CaseEvents events;

    SettingDay(Calendars calendars, Lanes lanes, Tickets tickets, ClockReaders clocks, CaseEvents events) {
        this.calendars = calendars;
        this.lanes = lanes;
        this.tickets = tickets;
        this.clocks = clocks;
        this.events = events;
    }

    /** Sets the day; gives the cases whose last day moved, lane by lane in their order. */
    @Transactional
    List<Ticket> set(ExceptionalDay day, String by) {
        if (!calendars.current().knows(day.date().getYear())) {
            throw new QueueRefusal.UnknownCalendarYear(day.date().getYear());
        }
        // Nothing is admitted or claimed by the old calendar meanwhile.
        lanes.lockAll();
        calendars.set(day, by);
        ClockReader clock = clocks.now();
        List<Ticket> moved =
                tickets.lockedRunning().stream().filter(clock::index).toList();
        moved.forEach(ticket -> events.rescheduled(ticket, clock.read(ticket)));
        return moved;
    }
}
