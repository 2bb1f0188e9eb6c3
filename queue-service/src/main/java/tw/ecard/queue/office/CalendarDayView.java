package tw.ecard.queue.office;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.queue.calendar.DayKind;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.calendar.OfficeCalendar;
import tw.ecard.queue.calendar.WorkingCalendar;

/** A day of the calendar as callers see it. */
@Schema(name = "CalendarDay")
record CalendarDayView(
        LocalDate date,
        DayKind kind,
        @Schema(nullable = true) String note,
        @Schema(description = "由管理者逐日設定者為 true；優先於公布之日曆") boolean setByHand) {

    static CalendarDayView of(OfficeCalendar calendar, WorkingCalendar inForce, LocalDate date) {
        return new CalendarDayView(
                date,
                inForce.kindOf(date).value().orElseThrow(),
                inForce.exceptionOn(date).map(ExceptionalDay::note).orElse(null),
                calendar.setOn(date).isPresent());
    }
}
