package tw.ecard.registration.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.ecard.kit.sql.Sql;

/** The pace of each lane as queue-service told it last. */
@ApplicationScoped
public class LanePaces {

    private static final String KEEP = """
            INSERT INTO lane_pace (lane, measured_on, working_days, cases, readers, enough, schedule)
            VALUES (?, ?, ?, ?, ?, ?, CAST(? AS date[]))
            ON CONFLICT (lane) DO UPDATE SET measured_on = excluded.measured_on, working_days = excluded.working_days,
                cases = excluded.cases, readers = excluded.readers, enough = excluded.enough,
                schedule = excluded.schedule""";
    private static final String ALL = """
            SELECT lane, measured_on, working_days, cases, readers, enough, array_to_string(schedule, ' ') AS schedule
            FROM lane_pace""";

    private final Sql sql;

    LanePaces(Sql sql) {
        this.sql = sql;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(LanePace pace) {
        sql.update(
                KEEP,
                pace.lane(),
                pace.measuredOn(),
                pace.workingDays(),
                pace.cases(),
                pace.readers(),
                pace.enough(),
                pace.schedule().stream().map(LocalDate::toString).toArray(String[]::new));
    }

    /** Without those lanes of which nothing was heard yet. */
    Map<Lane, LanePace> all() {
        return sql.list(LanePaces::read, ALL).stream().collect(Collectors.toMap(LanePace::lane, Function.identity()));
    }

    private static LanePace read(ResultSet row) throws SQLException {
        return new LanePace(
                Lane.valueOf(row.getString("lane")),
                row.getObject("measured_on", LocalDate.class),
                row.getInt("working_days"),
                row.getInt("cases"),
                row.getObject("readers", Long.class),
                row.getBoolean("enough"),
                days(row.getString("schedule")));
    }

    private static List<LocalDate> days(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(" ")).map(LocalDate::parse).toList();
    }
}
