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

/** How each lane stands. */
@ApplicationScoped
class LaneOverview {

    private static final String COUNT = """
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
    private final Clock clock;

    LaneOverview(Sql sql, Clock clock) {
        this.sql = sql;
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
            OffsetDateTime stalledSince) {}

    /** Review first. */
    List<LaneView> lanes() {
        Instant now = clock.instant();
        LocalDate today = Taipei.dayOf(now);
        return sql.list(LaneOverview::read, COUNT, today, today, today, now);
    }

    private static LaneView read(ResultSet row) throws SQLException {
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
                Taipei.at(standing.stalledSince()));
    }
}
