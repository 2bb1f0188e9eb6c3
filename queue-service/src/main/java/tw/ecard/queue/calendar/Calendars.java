package tw.ecard.queue.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;

/** The office calendar as it is kept in the database: the same for every replica. */
@ApplicationScoped
public class Calendars {

    // Before consumers begin: the first case that comes in needs a calendar.
    private static final int FIRST = 100;

    private static final String CHANGE = "SELECT pg_advisory_xact_lock(hashtext('office calendar'))";
    private static final String KEEP = "SELECT calendar_kept_still()";
    private static final String MARK = "SELECT mark FROM calendar_in_force";
    private static final String YEARS = "SELECT year FROM calendar_year";
    private static final String IN_FORCE = """
            SELECT f.mark, y.year, d.date, d.worked, d.note
            FROM calendar_in_force f LEFT JOIN calendar_year y ON true LEFT JOIN (
                SELECT year, date, worked, note FROM calendar_set_day UNION ALL
                SELECT year, date, worked, note FROM calendar_day
                WHERE date NOT IN (SELECT date FROM calendar_set_day)
            ) d ON d.year = y.year""";
    private static final String KNOW_YEAR =
            "INSERT INTO calendar_year (year, loaded_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String LOAD_YEAR = """
            INSERT INTO calendar_year (year, loaded_at, loaded_by) VALUES (?, ?, ?)
            ON CONFLICT (year) DO UPDATE SET loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by""";
    private static final String PUBLISH_DAY = "INSERT INTO calendar_day (date, year, worked, note) VALUES (?, ?, ?, ?)";
    private static final String SET_DAY = """
            INSERT INTO calendar_set_day (date, year, worked, note, set_at, set_by) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (date) DO UPDATE
            SET worked = excluded.worked, note = excluded.note, set_at = excluded.set_at, set_by = excluded.set_by""";

    private final Sql sql;
    private final Clock clock;
    private volatile InForce read = new InForce(null, new WorkingCalendar(Set.of(), Set.of()));

    /** @param mark never that of another calendar */
    private record InForce(UUID mark, WorkingCalendar calendar) {}

    Calendars(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The calendar that counts now. Whether it is another is asked each time, so that no replica has an old one. */
    @Transactional
    public WorkingCalendar current() {
        return marked(MARK);
    }

    private WorkingCalendar marked(String query) {
        UUID mark = sql.first(row -> row.getObject(1, UUID.class), query).orElseThrow();
        InForce known = read;
        if (!mark.equals(known.mark())) {
            known = inForce();
            read = known;
        }
        return known.calendar();
    }

    private InForce inForce() {
        Set<Integer> years = new HashSet<>();
        List<ExceptionalDay> days = new ArrayList<>();
        UUID mark = sql.list(
                        row -> {
                            if (row.getObject("year") != null) {
                                years.add(row.getInt("year"));
                            }
                            if (row.getObject("date") != null) {
                                days.add(day(row));
                            }
                            return row.getObject("mark", UUID.class);
                        },
                        IN_FORCE)
                .get(0);
        return new InForce(mark, new WorkingCalendar(years, days));
    }

    /** Everything that is known now. */
    @Transactional
    public OfficeCalendar kept() {
        TreeMap<Integer, List<ExceptionalDay>> years = new TreeMap<>();
        sql.list(row -> row.getInt("year"), YEARS).forEach(year -> years.put(year, new ArrayList<>()));
        sql.list(Calendars::day, "SELECT date, worked, note FROM calendar_day ORDER BY date")
                .forEach(day -> years.get(day.date().getYear()).add(day));
        TreeMap<LocalDate, ExceptionalDay> setDays = new TreeMap<>();
        sql.list(Calendars::day, "SELECT date, worked, note FROM calendar_set_day")
                .forEach(day -> setDays.put(day.date(), day));
        return new OfficeCalendar(years, setDays);
    }

    /**
     * Nobody else changes the calendar until the transaction ends, and nobody keeps dates that were worked out by it: who
     * does waits in {@link #keptStill()}. To be taken before any case is locked.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdForChange() {
        sql.first(row -> true, CHANGE);
    }

    /**
     * The calendar that counts, and stays as it is until the transaction ends, for dates that are to be kept: without that
     * a change at the same moment would not find the case, and the case not the change. To be taken before any case or
     * gate is locked.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public WorkingCalendar keptStill() {
        return marked(KEEP);
    }

    /** Puts these years in the place of what was published for them before; only for whoever holds the calendar. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(Map<Integer, List<ExceptionalDay>> years, String by) {
        years.forEach((year, days) -> {
            sql.update(LOAD_YEAR, year, clock.instant(), by);
            sql.update("DELETE FROM calendar_day WHERE year = ?", year);
            days.forEach(this::publishDay);
        });
    }

    /** Says something about one day of a known year, before whatever else is said; only for whoever holds the calendar. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(ExceptionalDay day, String by) {
        sql.update(SET_DAY, day.date(), day.date().getYear(), day.worked(), day.note(), clock.instant(), by);
    }

    /** These days are again as they were published; only for whoever holds the calendar. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBack(Collection<LocalDate> dates) {
        dates.forEach(date -> sql.update("DELETE FROM calendar_set_day WHERE date = ?", date));
    }

    /** Loads the shipped years that the database does not know; what is there stays as it is. */
    @Transactional
    void loadShippedYears(@Observes @Priority(FIRST) StartupEvent start) {
        holdForChange();
        ShippedCalendar.daysByYear().forEach((year, days) -> {
            if (sql.update(KNOW_YEAR, year, clock.instant()) == 1) {
                days.forEach(this::publishDay);
            }
        });
    }

    private void publishDay(ExceptionalDay day) {
        sql.update(PUBLISH_DAY, day.date(), day.date().getYear(), day.worked(), day.note());
    }

    private static ExceptionalDay day(ResultSet row) throws SQLException {
        return new ExceptionalDay(
                row.getObject("date", LocalDate.class), row.getBoolean("worked"), row.getString("note"));
    }
}
