package tw.ecard.queue.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.ticket.InstitutionKind;

/** The statistics of a period. */
@Schema(name = "Statistics", description = "期間（臺北時間，含首尾兩日）的收件、辦結、時效與發證數；依辦結當月與申請單位類別分列")
@JsonInclude(JsonInclude.Include.ALWAYS)
record StatisticsView(LocalDate from, LocalDate to, List<LaneView> lanes) {

    @Schema(name = "LaneStatistics")
    record LaneView(Lane lane, FiguresView total, List<KindView> kinds, List<MonthView> months) {}

    @Schema(name = "MonthStatistics")
    record MonthView(@Schema(examples = "2026-11") String month, FiguresView total, List<KindView> kinds) {}

    @Schema(name = "KindStatistics")
    record KindView(
            @Schema(description = "申請單位類別；較早的案件未記錄者為 null", nullable = true)
            InstitutionKind institutionKind,

            FiguresView figures) {}

    @Schema(name = "Figures", description = "工作天以辦公日曆計算：收件日與補正期間不計")
    record FiguresView(
            @Schema(description = "收件") long arrived,
            @Schema(description = "辦結：同意、不同意與製證的合計") long decided,
            @Schema(description = "同意") long approved,
            @Schema(description = "不同意") long rejected,
            @Schema(description = "製證") long issued,
            @Schema(description = "退回補正") long returned,
            @Schema(description = "撤回") long withdrawn,
            @Schema(description = "期限內辦結") long inTime,

            @Schema(description = "期限內辦結比率；沒有辦結案件時為 null", examples = "0.9667", nullable = true)
            BigDecimal inTimeShare,

            @Schema(description = "辦結所用工作天數的中位數", nullable = true)
            Integer medianWorkingDays,

            @Schema(description = "辦結所用工作天數的第 90 百分位數", nullable = true)
            Integer p90WorkingDays,

            @Schema(description = "發證張數") long cardsIssued,
            @Schema(description = "因辦公日曆缺年度而無法計算天數的辦結件數") long uncounted) {

        static FiguresView of(Figures counted) {
            return new FiguresView(
                    counted.arrived(),
                    counted.decided(),
                    counted.approved(),
                    counted.rejected(),
                    counted.issued(),
                    counted.returned(),
                    counted.withdrawn(),
                    counted.inTime(),
                    counted.inTimeShare(),
                    counted.medianWorkingDays(),
                    counted.p90WorkingDays(),
                    counted.cardsIssued(),
                    counted.uncounted());
        }
    }

    /** @param tallies of each lane */
    static StatisticsView of(Period period, Map<Lane, LaneTallies> tallies) {
        return new StatisticsView(
                period.from(),
                period.to(),
                tallies.entrySet().stream()
                        .map(of -> lane(of.getKey(), of.getValue(), period))
                        .toList());
    }

    private static LaneView lane(Lane lane, LaneTallies tallies, Period period) {
        Map<InstitutionKind, Tally> kinds = tallies.kinds();
        return new LaneView(
                lane,
                total(kinds),
                kinds(kinds),
                period.months().stream().map(month -> month(month, tallies)).toList());
    }

    private static MonthView month(YearMonth month, LaneTallies tallies) {
        Map<InstitutionKind, Tally> kinds = tallies.kinds(month);
        return new MonthView(month.toString(), total(kinds), kinds(kinds));
    }

    private static FiguresView total(Map<InstitutionKind, Tally> kinds) {
        Tally total = new Tally();
        kinds.values().forEach(total::add);
        return FiguresView.of(total.figures());
    }

    private static List<KindView> kinds(Map<InstitutionKind, Tally> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> new KindView(
                        kind.getKey(), FiguresView.of(kind.getValue().figures())))
                .toList();
    }
}
