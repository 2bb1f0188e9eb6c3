package tw.ecard.queue.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.lane.Lane;

/** The pace of each lane as it was measured last. */
@ApplicationScoped
public class LanePaces {

    private static final String READ = """
            SELECT lane, measured_on, working_days, cases, readers, array_to_string(schedule, ' ') AS schedule
            FROM lane_pace WHERE lane = ?""";
    private static final String KEEP = """
            UPDATE lane_pace SET measured_on = ?, working_days = ?, cases = ?, readers = ?,
                schedule = CAST(? AS date[])
            WHERE lane = ?""";

    private final Sql sql;

    LanePaces(Sql sql) {
        this.sql = sql;
    }

    /** Empty until the lane was measured for the first time. */
    public Optional<LanePace> last(Lane lane) {
        return sql.first(LanePaces::read, READ, lane).flatMap(pace -> pace);
    }

    /** The same, for whoever measures next or acts upon it: one at a time over all replicas, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LanePace> lock(Lane lane) {
        return sql.first(LanePaces::read, READ + " FOR UPDATE", lane).flatMap(pace -> pace);
    }

    /** Only for whoever holds the lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(LanePace pace) {
        sql.update(
                KEEP,
                pace.measuredOn(),
                pace.workingDays(),
                pace.cases(),
                pace.readers(),
                pace.schedule().stream().map(LocalDate::toString).toArray(String[]::new),
                pace.lane());
    }

    private static Optional<LanePace> read(ResultSet row) throws SQLException {
        LocalDate measuredOn = row.getObject("measured_on", LocalDate.class);
        return measuredOn == null
                ? Optional.empty()
                : Optional.of(new LanePace(
                        Lane.valueOf(row.getString("lane")),
                        measuredOn,
                        row.getInt("working_days"),
                        row.getInt("cases"),
                        row.getLong("readers"),
                        days(row.getString("schedule"))));
    }

    private static List<LocalDate> days(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(" ")).map(LocalDate::parse).toList();
    }
}
