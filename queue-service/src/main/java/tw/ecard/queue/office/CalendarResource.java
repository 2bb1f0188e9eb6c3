package tw.ecard.queue.office;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.DayKind;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.refusal.QueueRefusal;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;

/** The office calendar. */
@Path("/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
class CalendarResource {

    private final Calendars calendars;
    private final SettingDay settingDay;
    private final ClockReaders clocks;
    private final Caller caller;

    CalendarResource(Calendars calendars, SettingDay settingDay, ClockReaders clocks, Caller caller) {
        this.calendars = calendars;
        this.settingDay = settingDay;
        this.clocks = clocks;
        this.caller = caller;
    }

    /** A year, day by day. */
    @Schema(name = "CalendarYear", description = "一年的辦公日曆")
    record YearView(
            int year, @Schema(description = "全年工作天數") long workingDays, List<DayView> days) {}

    @Schema(name = "CalendarDay")
    record DayView(
            LocalDate date,
            DayKind kind,
            @Schema(nullable = true) String note) {}

    /** What is said about one day. */
    @Schema(name = "CalendarDayRequest", examples = "{\"worked\": false, \"note\": \"颱風停止上班\"}")
    record DayRequest(
            @NotNull @Schema(description = "是否為工作天") Boolean worked,
            @Size(max = 100) @Schema(description = "原因") String note) {}

    @Schema(name = "CalendarDaySet", description = "設定後的一天，及因此變動期限的案件")
    record DaySetView(DayView day, List<MovedView> moved) {}

    @Schema(name = "MovedTicket")
    record MovedView(
            UUID ticketId,
            Lane lane,
            long number,
            @Schema(nullable = true) LocalDate targetOn,
            @Schema(nullable = true) LocalDate dueOn) {}

    @GET
    @Path("/{year: \\d{4}}")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN, Role.ADMINISTRATOR, Role.OBSERVER, Role.SERVICE})
    @Tag(name = ApiSections.CALENDAR)
    @Operation(operationId = "calendarYear", summary = "查詢一年的辦公日曆")
    public YearView year(@PathParam("year") int year) {
        WorkingCalendar calendar = calendars.current();
        if (!calendar.knows(year)) {
            throw new QueueRefusal.UnknownCalendarYear(year);
        }
        List<DayView> days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(date -> day(calendar, date))
                .toList();
        return new YearView(
                year, days.stream().filter(day -> day.kind().isWorked()).count(), days);
    }

    @PUT
    @Path("/days/{date}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = ApiSections.CALENDAR)
    @Operation(operationId = "setCalendarDay", summary = "設定一天是否上班", description = "例如颱風停班或本館休館日；進行中案件的期限隨之重新計算。")
    public DaySetView setDay(@PathParam("date") String date, @NotNull @Valid DayRequest body) {
        LocalDate day = date(date);
        List<Ticket> moved = settingDay.set(new ExceptionalDay(day, body.worked(), body.note()), caller.name());
        ClockReader clock = clocks.now();
        return new DaySetView(
                day(clock.calendar(), day),
                moved.stream().map(ticket -> moved(ticket, clock)).toList());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new QueueRefusal.NoSuchDay();
        }
    }

    private static DayView day(WorkingCalendar calendar, LocalDate date) {
        return new DayView(
                date,
                calendar.kindOf(date).value().orElseThrow(),
                calendar.exceptionOn(date).map(ExceptionalDay::note).orElse(null));
    }

    private static MovedView moved(Ticket ticket, ClockReader clock) {
        var reading = clock.read(ticket);
        return new MovedView(ticket.id(), ticket.lane(), ticket.number(), reading.targetOn(), reading.dueOn());
    }
}
