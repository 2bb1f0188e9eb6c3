package tw.ecard.queue.office;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.ShippedCalendar;

/** The calendar as it is shipped, after tests that changed it: others count on it. */
@Singleton
class ShippedAgain {

    private final Sql sql;
    private final Calendars calendars;

    ShippedAgain(Sql sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    void load() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("DELETE FROM calendar_set_day");
            sql.update("DELETE FROM calendar_day");
            sql.update("DELETE FROM calendar_year");
            calendars.publish(ShippedCalendar.daysByYear(), null);
        });
    }
}
