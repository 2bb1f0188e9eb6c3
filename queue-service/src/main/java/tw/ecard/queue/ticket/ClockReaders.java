package tw.ecard.queue.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import tw.ecard.queue.calendar.Calendars;

/** Makes readers of the present moment. */
@ApplicationScoped
public class ClockReaders {

    private final Calendars calendars;
    private final Clock clock;

    ClockReaders(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    public ClockReader now() {
        return new ClockReader(calendars.current(), clock.instant());
    }
}
