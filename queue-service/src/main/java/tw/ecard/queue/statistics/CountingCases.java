package tw.ecard.queue.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.clock.ClockRun;
import tw.ecard.queue.clock.ServicePromise;
import tw.ecard.queue.history.Milestone;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.ticket.InstitutionKind;

/**
 * Counts the cases of a lane in a period. The database puts those together of which everything is the same, also the
 * days between which their clocks ran; what those come to in working days is reckoned once for all of them.
 */
@ApplicationScoped
class CountingCases {

    private static final String SAME_CASES = """
            SELECT what, institution_kind, speed, CAST(date_trunc('month', CAST(day AS timestamp)) AS date) AS month,
                array_to_string(ran, ' ') AS run, count(*) AS cases,
                coalesce(sum(readers) FILTER (WHERE what = 'ISSUED' AND NOT void), 0) AS cards
            FROM lane_record WHERE lane = ? AND day BETWEEN ? AND ?
            GROUP BY what, institution_kind, speed, month, ran""";

    private final Sql sql;
    private final Calendars calendars;

    CountingCases(Sql sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    /** @param run null of what is no decision */
    private record SameCases(
            Milestone what, InstitutionKind kind, Speed speed, YearMonth month, ClockRun run, long cases, long cards) {}

    @Transactional
    LaneTallies count(Lane lane, Period period) {
        WorkingCalendar calendar = calendars.current();
        LaneTallies tallies = new LaneTallies();
        sql.list(CountingCases::read, SAME_CASES, lane, period.from(), period.to())
                .forEach(same -> {
                    Tally tally = tallies.of(same.month(), same.kind());
                    tally.count(same.what(), same.cases());
                    tally.issuedCards(same.cards());
                    if (same.run() != null) {
                        countDays(same, ServicePromise.of(lane, same.speed()), calendar, tally);
                    }
                });
        return tallies;
    }

    private static void countDays(SameCases same, ServicePromise promise, WorkingCalendar calendar, Tally tally) {
        LocalDate decidedOn = same.run().lastDay();
        ClockReading reading = same.run().ledger().read(promise, calendar, decidedOn);
        if (reading.workingDaysUsed() == null) {
            tally.tookUnknown(same.cases());
        } else {
            // A last day that is not known lies in a missing year, and so behind the decision.
            boolean kept = reading.dueOn() == null || !decidedOn.isAfter(reading.dueOn());
            tally.took(reading.workingDaysUsed(), kept, same.cases());
        }
    }

    private static SameCases read(ResultSet row) throws SQLException {
        String kind = row.getString("institution_kind");
        String run = row.getString("run");
        return new SameCases(
                Milestone.valueOf(row.getString("what")),
                kind == null ? null : InstitutionKind.valueOf(kind),
                Speed.valueOf(row.getString("speed")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                run == null
                        ? null
                        : new ClockRun(Arrays.stream(run.split(" "))
                                .map(LocalDate::parse)
                                .toList()),
                row.getLong("cases"),
                row.getLong("cards"));
    }
}
