package tw.ecard.queue.office;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.calendar.OfficeCalendar;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.refusal.QueueRefusal;

/** The office calendar. */
@Path("/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
class CalendarResource {

    private final Calendars calendars;
    private final SettingDay settingDay;
    private final Caller caller;

    CalendarResource(Calendars calendars, SettingDay settingDay, Caller caller) {
        this.calendars = calendars;
        this.settingDay = settingDay;
        this.caller = caller;
    }

    /** A year, day by day. */
    @Schema(name = "CalendarYear", description = "一年的辦公日曆")
    record YearView(
            int year, @Schema(description = "全年工作天數") long workingDays, List<CalendarDayView> days) {}

    /** What is said about one day. */
    @Schema(name = "CalendarDayRequest", examples = "{\"worked\": false, \"note\": \"颱風停止上班\"}")
    record DayRequest(
            @NotNull @Schema(description = "是否為工作天") Boolean worked,
            @Size(max = 100) @Schema(description = "原因") String note) {}

    /** A day after it was set or taken back. */
    @Schema(name = "CalendarDaySet", description = "設定後的一天，及因此變動期限的案件")
    record DaySetView(
            CalendarDayView day,
            @Schema(description = "期限變動的案件總數") int movedCount,

            @Schema(description = "期限變動的案件，依隊伍與號碼排列，至多列出 200 件")
            List<MovedTicketView> moved) {}

    @GET
    @Path("/{year: \\d{4}}")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN, Role.ADMINISTRATOR, Role.OBSERVER, Role.SERVICE})
    @Tag(name = ApiSections.CALENDAR)
    @Operation(operationId = "calendarYear", summary = "查詢一年的辦公日曆")
    public YearView year(@PathParam("year") int year) {
        OfficeCalendar calendar = calendars.kept();
        if (!calendar.knows(year)) {
            throw new QueueRefusal.UnknownCalendarYear(year);
        }
        WorkingCalendar inForce = calendar.inForce();
        List<CalendarDayView> days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(date -> CalendarDayView.of(calendar, inForce, date))
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
    @Operation(
            operationId = "setCalendarDay",
            summary = "設定一天是否上班",
            description = "例如颱風停班或本館休館日；進行中案件的期限隨之重新計算。設定優先於公布的日曆，日後匯入修正版時仍然有效。")
    public DaySetView setDay(@PathParam("date") String date, @NotNull @Valid DayRequest body) {
        LocalDate day = date(date);
        return view(day, settingDay.set(new ExceptionalDay(day, body.worked(), body.note()), AuditActor.of(caller)));
    }

    @DELETE
    @Path("/days/{date}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Transactional
    @Tag(name = ApiSections.CALENDAR)
    @Operation(operationId = "takeBackCalendarDay", summary = "取消對一天的設定", description = "這一天回復為公布的內容；進行中案件的期限隨之重新計算。")
    @APIResponse(
            responseCode = "200",
            description = "回復後的一天，及因此變動期限的案件",
            content = @Content(schema = @Schema(implementation = DaySetView.class)))
    public DaySetView takeBackDay(@PathParam("date") String date) {
        LocalDate day = date(date);
        return view(day, settingDay.takeBack(day, AuditActor.of(caller)));
    }

    private DaySetView view(LocalDate day, Moves moves) {
        OfficeCalendar calendar = calendars.kept();
        return new DaySetView(
                CalendarDayView.of(calendar, calendar.inForce(), day), moves.count(), MovedTicketView.of(moves));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new QueueRefusal.NoSuchDay();
        }
    }
}
