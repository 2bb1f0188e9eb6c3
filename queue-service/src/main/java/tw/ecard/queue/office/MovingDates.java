package tw.ecard.queue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import tw.ecard.queue.calendar.OfficeCalendar;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.MovedCase;
import tw.ecard.queue.ticket.RunningCases;

/**
 * Moves the dates of open cases with the calendar. Cases whose clock is paused, and those that are over, have none.
 *
 * <p>Who changes the calendar holds it, so that changes happen one after the other and nobody admits or corrects a case
 * by the old one meanwhile. The gates of the lanes stay open: cases are claimed and decided as ever, and only the keeping
 * of the new dates, at the end, locks the cases that move.
 */
@ApplicationScoped
class MovingDates {

    private final RunningCases cases;
    private final ClockReaders clocks;
    private final CaseEvents events;

    MovingDates(RunningCases cases, ClockReaders clocks, CaseEvents events) {
        this.cases = cases;
        this.clocks = clocks;
        this.events = events;
    }

    /** What would move. */
    Moves look(OfficeCalendar former, OfficeCalendar now) {
        return Moves.of(cases.movedBy(clocks.by(former.inForce()), clocks.by(now.inForce())));
    }

    /** Moves, and tells the other service; the last but the audit entry that the transaction does. */
    @Transactional(Transactional.TxType.MANDATORY)
    Moves move(OfficeCalendar former, OfficeCalendar now) {
        List<MovedCase> moved = cases.move(clocks.by(former.inForce()), clocks.by(now.inForce()));
        events.rescheduled(moved);
        return Moves.of(moved);
    }
}
