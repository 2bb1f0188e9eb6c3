package tw.ecard.queue.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.queue.calendar.DayKind;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.office.ImportingCalendar.Imported;

/** What an import changed, or would change. */
@Schema(name = "CalendarImport", description = "匯入辦公日曆的結果")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CalendarImportView(
        @Schema(description = "試算時為 true：沒有任何變更") boolean dryRun,

        List<YearView> years,

        @Schema(description = "這些年度中由管理者逐日設定的日子") List<SetDayView> setDays,

        @Schema(description = "期限變動的案件總數") int movedCount,

        @Schema(description = "期限變動的案件，依隊伍與號碼排列，至多列出 200 件") List<MovedTicketView> moved) {

    /** A year of the file. */
    @Schema(name = "CalendarImportYear")
    record YearView(
            @Schema(examples = "2026") int year,
            @Schema(description = "原已載入，此次為修正") boolean revision,

            @Schema(description = "生效的全年工作天數", examples = "245")
            long workingDays,

            @Schema(description = "與原載入者不同、且已生效的日子；首次載入的年度不逐日列出")
            List<ChangedDayView> changed) {}

    /** A day that is another than before. */
    @Schema(name = "CalendarChangedDay")
    record ChangedDayView(LocalDate date, DayKind former, DayKind kind) {}

    /** A day that was set by hand. */
    @Schema(name = "CalendarSetDay")
    record SetDayView(
            LocalDate date,
            @Schema(nullable = true) String note,
            @Schema(description = "逐日設定的內容") DayKind kind,
            @Schema(description = "檔案所公布的內容") DayKind published,
            @Schema(description = "仍然有效，未改依檔案") boolean kept) {}

    static CalendarImportView of(Imported imported, boolean dryRun) {
        WorkingCalendar former = imported.former().inForce();
        WorkingCalendar now = imported.now().inForce();
        return new CalendarImportView(
                dryRun,
                imported.revision().years().keySet().stream()
                        .map(year -> year(year, former, now))
                        .toList(),
                setDays(imported),
                imported.moves().count(),
                MovedTicketView.of(imported.moves()));
    }

    private static YearView year(int year, WorkingCalendar former, WorkingCalendar now) {
        boolean revision = former.knows(year);
        return new YearView(
                year,
                revision,
                days(year).filter(date -> kind(now, date).isWorked()).count(),
                days(year)
                        .filter(date -> revision && kind(former, date) != kind(now, date))
                        .map(date -> new ChangedDayView(date, kind(former, date), kind(now, date)))
                        .toList());
    }

    private static List<SetDayView> setDays(Imported imported) {
        WorkingCalendar former = imported.former().inForce();
        WorkingCalendar published = imported.now().published();
        return imported.revision().setDays(imported.former()).stream()
                .map(day -> new SetDayView(
                        day.date(),
                        day.note(),
                        kind(former, day.date()),
                        kind(published, day.date()),
                        imported.now().setOn(day.date()).isPresent()))
                .toList();
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static DayKind kind(WorkingCalendar calendar, LocalDate date) {
        return calendar.kindOf(date).value().orElseThrow();
    }
}
