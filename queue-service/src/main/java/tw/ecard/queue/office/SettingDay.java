package tw.ecard.queue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.audit.AuditDeed;
import tw.ecard.kit.audit.AuditLog;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.calendar.OfficeCalendar;
import tw.ecard.queue.refusal.QueueRefusal;

/**
 * Says whether one day is worked: a typhoon closure, or the library's own closing day. What was set by hand comes before
 * what was published, also before a later revision, until it is taken back.
 */
@ApplicationScoped
class SettingDay {

    private static final String SUBJECT = "CALENDAR_DAY";

    private final Calendars calendars;
    private final MovingDates moving;
    private final AuditLog audit;

    SettingDay(Calendars calendars, MovingDates moving, AuditLog audit) {
        this.calendars = calendars;
        this.moving = moving;
        this.audit = audit;
    }

    /** Sets the day; gives the cases whose dates moved. */
    @Transactional
    Moves set(ExceptionalDay day, AuditActor by) {
        OfficeCalendar former = held();
        if (!former.knows(day.date().getYear())) {
            throw new QueueRefusal.UnknownCalendarYear(day.date().getYear());
        }
        calendars.set(day, by.name());
        Moves moves = moving.move(former, former.withSet(day));
        audit.record(AuditDeed.of("CALENDAR_DAY_SET", SUBJECT, day.date(), by)
                .with("worked", day.worked())
                .with("moved", moves.count()));
        return moves;
    }

    /** The day is again as it was published; refuses when nothing was set for it. */
    @Transactional
    Moves takeBack(LocalDate date, AuditActor by) {
        OfficeCalendar former = held();
        if (former.setOn(date).isEmpty()) {
            throw new QueueRefusal.DayNotSet();
        }
        calendars.takeBack(Set.of(date));
        Moves moves = moving.move(former, former.withoutSet(Set.of(date)));
        audit.record(AuditDeed.of("CALENDAR_DAY_TAKEN_BACK", SUBJECT, date, by).with("moved", moves.count()));
        return moves;
    }

    private OfficeCalendar held() {
        calendars.holdForChange();
        return calendars.kept();
    }
}
