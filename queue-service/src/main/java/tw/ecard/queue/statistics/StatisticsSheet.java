package tw.ecard.queue.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.statistics.StatisticsView.FiguresView;
import tw.ecard.queue.statistics.StatisticsView.KindView;
import tw.ecard.queue.ticket.InstitutionKind;

/** Statistics as one table, a line for each lane, month and kind of institution. Its texts are all our own. */
final class StatisticsSheet {

    static final List<String> HEADERS = List.of(
            "隊伍",
            "月份",
            "單位類別",
            "收件",
            "辦結",
            "同意",
            "不同意",
            "製證",
            "退回補正",
            "撤回",
            "期限內辦結",
            "期限內比率",
            "工作天中位數",
            "工作天第90百分位",
            "發證張數",
            "無法計算天數");

    private static final String ALL = "全部";
    private static final int FIRST_FIGURE = 3;
    private static final int SHARE_COLUMN = HEADERS.indexOf("期限內比率");

    private final Worksheet sheet;
    private int row;

    private StatisticsSheet(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** The stream is left open. */
    static void write(OutputStream out, StatisticsView statistics) throws IOException {
        Workbook workbook = new Workbook(out, "ecard", "1.0");
        Worksheet sheet = workbook.newWorksheet("統計");
        new StatisticsSheet(sheet).write(statistics);
        sheet.finish();
        workbook.finish();
    }

    private void write(StatisticsView statistics) {
        for (int column = 0; column < HEADERS.size(); column++) {
            sheet.inlineString(0, column, HEADERS.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        for (StatisticsView.LaneView lane : statistics.lanes()) {
            lines(lane.lane(), ALL, lane.total(), lane.kinds());
            for (StatisticsView.MonthView month : lane.months()) {
                lines(lane.lane(), month.month(), month.total(), month.kinds());
            }
        }
    }

    private void lines(Lane lane, String month, FiguresView total, List<KindView> kinds) {
        line(lane, month, ALL, total);
        kinds.forEach(kind -> line(lane, month, name(kind.institutionKind()), kind.figures()));
    }

    private void line(Lane lane, String month, String kind, FiguresView figures) {
        row++;
        sheet.inlineString(row, 0, lane == Lane.REVIEW ? "審核" : "製證");
        sheet.inlineString(row, 1, month);
        sheet.inlineString(row, 2, kind);
        Number[] numbers = {
            figures.arrived(),
            figures.decided(),
            figures.approved(),
            figures.rejected(),
            figures.issued(),
            figures.returned(),
            figures.withdrawn(),
            figures.inTime(),
            figures.inTimeShare(),
            figures.medianWorkingDays(),
            figures.p90WorkingDays(),
            figures.cardsIssued(),
            figures.uncounted()
        };
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != null) {
                sheet.value(row, FIRST_FIGURE + i, numbers[i]);
            }
        }
        sheet.style(row, SHARE_COLUMN).format("0.0%").set();
    }

    private static String name(InstitutionKind kind) {
        if (kind == null) {
            return "未記錄";
        }
        return kind == InstitutionKind.SCHOOL ? "學校" : "機關";
    }
}
