package tw.ecard.queue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.audit.AuditDeed;
import tw.ecard.kit.audit.AuditLog;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.calendar.OfficeCalendar;

/**
 * Takes in the published calendar of one or more years, a first time or as a revision, which replaces the year whole. Days
 * that were set by hand stay in force unless they are given up: a typhoon's closure does not stand in the published file,
 * and must not get lost with its revision.
 */
@ApplicationScoped
class ImportingCalendar {

    private final Calendars calendars;
    private final MovingDates moving;
    private final AuditLog audit;

    ImportingCalendar(Calendars calendars, MovingDates moving, AuditLog audit) {
        this.calendars = calendars;
        this.moving = moving;
        this.audit = audit;
    }

    /**
     * What is taken in.
     *
     * @param years the exceptional days of each year
     * @param givesUpSetDays whether the days set by hand in these years are given up
     */
    record Revision(Map<Integer, List<ExceptionalDay>> years, boolean givesUpSetDays) {

        /** The days set by hand that the revision meets. */
        List<ExceptionalDay> setDays(OfficeCalendar former) {
            return former.setDaysOf(years.keySet());
        }

        List<LocalDate> givenUp(OfficeCalendar former) {
            return givesUpSetDays
                    ? setDays(former).stream().map(ExceptionalDay::date).toList()
                    : List.of();
        }

        OfficeCalendar appliedTo(OfficeCalendar former) {
            return former.withPublished(years).withoutSet(givenUp(former));
        }
    }

    /** What an import changed, or would change. */
    record Imported(Revision revision, OfficeCalendar former, OfficeCalendar now, Moves moves) {}

    /** Says what the revision would change, and changes nothing. */
    @Transactional
    Imported look(Revision revision) {
        OfficeCalendar former = calendars.kept();
        OfficeCalendar now = revision.appliedTo(former);
        return new Imported(revision, former, now, moving.look(former, now));
    }

    /** Puts the revision into force and moves the open cases. */
    @Transactional
    Imported take(Revision revision, AuditActor by) {
        calendars.holdForChange();
        OfficeCalendar former = calendars.kept();
        OfficeCalendar now = revision.appliedTo(former);
        calendars.publish(revision.years(), by.name());
        calendars.takeBack(revision.givenUp(former));
        Imported imported = new Imported(revision, former, now, moving.move(former, now));
        audit.record(deed(imported, by));
        return imported;
    }

    private static AuditDeed deed(Imported imported, AuditActor by) {
        Revision revision = imported.revision();
        String years = revision.years().keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        int setDays = revision.setDays(imported.former()).size();
        return AuditDeed.of("CALENDAR_IMPORTED", "CALENDAR_YEAR", years, by)
                .with("setDaysKept", revision.givesUpSetDays() ? 0 : setDays)
                .with("setDaysGivenUp", revision.givesUpSetDays() ? setDays : 0)
                .with("moved", imported.moves().count());
    }
}
