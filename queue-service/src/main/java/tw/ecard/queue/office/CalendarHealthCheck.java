package tw.ecard.queue.office;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.WorkingCalendar;

/**
 * Warns in time that the calendar of the next year has to be loaded, and while open cases have no due date for want of it.
 * It stays UP: cases come in and are worked on all the same, and restarting would load nothing.
 */
@Wellness
@ApplicationScoped
class CalendarHealthCheck implements HealthCheck {

    private static final String WITHOUT_DUE_DATE =
            "SELECT count(*) FROM ticket WHERE state IN ('WAITING', 'IN_WORK') AND due_on IS NULL";

    private final Calendars calendars;
    private final CalendarConfig config;
    private final Sql sql;
    private final Clock clock;

    CalendarHealthCheck(Calendars calendars, CalendarConfig config, Sql sql, Clock clock) {
        this.calendars = calendars;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        int missing = firstMissingYear();
        LocalDate warnFrom =
                Year.of(missing).atDay(1).minusDays(config.warnBefore().toDays());
        long waiting = sql.number(WITHOUT_DUE_DATE);
        HealthCheckResponseBuilder health = HealthCheckResponse.named("calendar")
                .up()
                .withData("firstMissingYear", missing)
                .withData("openCasesWithoutDueDate", waiting);
        if (waiting > 0 || !today().isBefore(warnFrom)) {
            health.withData("warning", "load the office calendar of " + missing);
        }
        return health.build();
    }

    /** This year, or the first later one, of which nothing is known. */
    private int firstMissingYear() {
        WorkingCalendar calendar = calendars.current();
        int year = today().getYear();
        while (calendar.knows(year)) {
            year++;
        }
        return year;
    }

    private LocalDate today() {
        return Taipei.dayOf(clock.instant());
    }
}
