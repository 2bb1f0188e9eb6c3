package tw.ecard.queue.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tw.ecard.kit.sql.Sql;

/** The office calendar as it is kept in the database: the same for every replica. */
@ApplicationScoped
public class Calendars {

    // Before consumers begin: the first case that comes in needs a calendar.
    private static final int FIRST = 100;

    private static final String KNOW_YEAR =
            "INSERT INTO calendar_year (year, loaded_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String SET_DAY = """
            INSERT INTO calendar_day (date, year, worked, note, set_at, set_by) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (date) DO UPDATE
            SET worked = excluded.worked, note = excluded.note, set_at = excluded.set_at, set_by = excluded.set_by""";

    private final Sql sql;
    private final Clock clock;

    Calendars(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Everything that is known now. It is small, and read anew each time so that no replica has an old one. */
    @Transactional
    public WorkingCalendar current() {
        List<Integer> years = sql.list(row -> row.getInt("year"), "SELECT year FROM calendar_year");
        List<ExceptionalDay> days = sql.list(
                row -> new ExceptionalDay(
                        row.getObject("date", LocalDate.class), row.getBoolean("worked"), row.getString("note")),
                "SELECT date, worked, note FROM calendar_day");
        return new WorkingCalendar(years, days);
    }

    /** Says something about one day of a known year, in the place of what was said before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(ExceptionalDay day, String by) {
        setDay(day, clock.instant(), by);
    }

    /** Loads the shipped years that the database does not know; what is there stays as it is. */
    @Transactional
    void loadShippedYears(@Observes @Priority(FIRST) StartupEvent start) {
        Instant now = clock.instant();
        ShippedCalendar.daysByYear().forEach((year, days) -> {
            if (sql.update(KNOW_YEAR, year, now) == 1) {
                days.forEach(day -> setDay(day, now, null));
            }
        });
    }

    private void setDay(ExceptionalDay day, Instant at, String by) {
        sql.update(SET_DAY, day.date(), day.date().getYear(), day.worked(), day.note(), at, by);
    }
}
