package tw.ecard.queue.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.WorkingCalendar;

/** Makes readers of the present moment. */
@ApplicationScoped
public class ClockReaders {

    private final Calendars calendars;
    private final Clock clock;

    ClockReaders(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A reader of the present moment whose calendar nobody changes until the transaction ends: for dates that are kept. To
     * be asked for before any case or gate is locked.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ClockReader untilCommit() {
        return by(calendars.keptStill());
    }

    /** A reader of the present moment by another calendar. */
    public ClockReader by(WorkingCalendar calendar) {
        return new ClockReader(calendar, clock.instant());
    }

    /** A reader of the present moment by the calendar that counts. */
    public ClockReader now() {
        return by(calendars.current());
    }
}
