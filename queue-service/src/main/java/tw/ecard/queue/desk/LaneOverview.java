package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.LaneStanding;
import tw.ecard.queue.pace.LanePace;
import tw.ecard.queue.pace.LanePaces;

/** How each lane stands. */
@ApplicationScoped
class LaneOverview {

    static final String COUNT = """
            SELECT l.lane, l.admitted_up_to, l.stalled_since,
                count(*) FILTER (WHERE t.waiting) AS waiting,
                count(*) FILTER (WHERE t.state = 'IN_WORK' AND NOT t.waiting) AS in_work,
                count(*) FILTER (WHERE t.state = 'RETURNED') AS returned,
                min(t.arrived_at) FILTER (WHERE t.waiting) AS oldest,
                count(*) FILTER (WHERE t.due_soon_on <= ? AND (t.due_on IS NULL OR t.due_on >= ?)) AS due_soon,
                count(*) FILTER (WHERE t.due_on < ?) AS overdue
            FROM lane l LEFT JOIN (
                SELECT lane, state, arrived_at, due_soon_on, due_on,
                    state = 'WAITING' OR (state = 'IN_WORK' AND lease_until <= ?) AS waiting
                FROM ticket WHERE state IN ('WAITING', 'IN_WORK', 'RETURNED')
            ) t ON t.lane = l.lane
            GROUP BY l.lane, l.admitted_up_to, l.stalled_since ORDER BY l.lane DESC""";

    private final Sql sql;
    private final LanePaces paces;
    private final Clock clock;

    LaneOverview(Sql sql, LanePaces paces, Clock clock) {
        this.sql = sql;
        this.paces = paces;
        this.clock = clock;
    }

    /** How a lane stands. */
    @Schema(name = "LaneOverview", description = "一條隊伍的現況")
    record LaneView(
            Lane lane,
            @Schema(description = "等候中") long waiting,
            @Schema(description = "承辦中") long inWork,
            @Schema(description = "退回補正中") long returned,

            @Schema(description = "等候中最早一件的收件時間", nullable = true)
            OffsetDateTime oldest,

            @Schema(description = "即將到期") long dueSoon,
            @Schema(description = "已逾期") long overdue,
            @Schema(description = "此號碼（含）以前均已進入隊伍") long admittedUpTo,

            @Schema(description = "尚未收到而使後續號碼等待的號碼；沒有缺號時為 null", nullable = true)
            Long waitsForNumber,

            @Schema(description = "自何時起等待該號碼；沒有缺號時為 null", nullable = true)
            OffsetDateTime stalledSince,

            @Schema(description = "近期辦理進度；尚未統計時為 null", nullable = true)
            PaceView pace) {}

    /** What a lane got done lately. */
    @Schema(name = "LanePace", description = "最近 20 個工作天（今日不計；新隊伍自第一件收件日起）的辦理進度")
    record PaceView(
            LocalDate measuredOn,
            @Schema(description = "統計的工作天數") int workingDays,
            @Schema(description = "其間決定或退回的件數") int cases,

            @Schema(description = "其中的申請人數；審核階段為 null", nullable = true)
            Long readers,

            @Schema(description = "是否足以推估完成日：至少 5 個工作天、10 件")
            boolean enough) {

        static PaceView of(LanePace pace) {
            return new PaceView(
                    pace.measuredOn(),
                    pace.workingDays(),
                    pace.cases(),
                    pace.lane() == Lane.ISSUANCE ? pace.readers() : null,
                    pace.isEnough());
        }
    }

    /** Review first. */
    List<LaneView> lanes() {
        Instant now = clock.instant();
        LocalDate today = Taipei.dayOf(now);
        return sql.list(this::read, COUNT, today, today, today, now);
    }

    private LaneView read(ResultSet row) throws SQLException {
        LaneStanding standing = new LaneStanding(
                Lane.valueOf(row.getString("lane")), row.getLong("admitted_up_to"), Rows.instant(row, "stalled_since"));
        return new LaneView(
                standing.lane(),
                row.getLong("waiting"),
                row.getLong("in_work"),
                row.getLong("returned"),
                Taipei.at(Rows.instant(row, "oldest")),
                row.getLong("due_soon"),
                row.getLong("overdue"),
                standing.admittedUpTo(),
                standing.waitsForNumber(),
                Taipei.at(standing.stalledSince()),
                paces.last(standing.lane()).map(PaceView::of).orElse(null));
    }
}
