package tw.ecard.queue.pace;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.outbox.Outbox;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.ticket.CaseEvents;

/**
 * Measures the pace of each lane again and again, and tells it when it is another: every day, since a day more is over,
 * and when the calendar changed. What is decided during a day changes nothing until the day is over.
 */
@ApplicationScoped
class TellingPace {

    private static final String TYPE = "tw.ecard.lane.pace.v1";

    private final MeasuringPace measuring;
    private final LanePaces paces;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Clock clock;

    TellingPace(MeasuringPace measuring, LanePaces paces, Calendars calendars, Outbox outbox, Clock clock) {
        this.measuring = measuring;
        this.paces = paces;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "{ecard.pace.measure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellAll() {
        for (Lane lane : Lane.values()) {
            QuarkusTransaction.requiringNew().run(() -> tell(lane));
        }
    }

    private void tell(Lane lane) {
        Optional<LanePace> last = paces.lock(lane);
        LanePace now = measuring.measure(lane, calendars.current(), Taipei.dayOf(clock.instant()));
        if (last.filter(told -> !isNews(told, now)).isEmpty()) {
            paces.keep(now);
            outbox.append(new NewEvent(CaseEvents.TOPIC, lane.name(), TYPE, Told.of(now)));
        }
    }

    /** A replica whose clock is behind another's has not seen midnight yet. */
    private static boolean isNews(LanePace told, LanePace now) {
        return !now.measuredOn().isBefore(told.measuredOn()) && !now.equals(told);
    }

    private record Told(
            Lane lane,
            LocalDate measuredOn,
            int workingDays,
            int cases,
            Long readers,
            boolean enough,
            List<LocalDate> schedule) {

        static Told of(LanePace pace) {
            return new Told(
                    pace.lane(),
                    pace.measuredOn(),
                    pace.workingDays(),
                    pace.cases(),
                    pace.lane() == Lane.ISSUANCE ? pace.readers() : null,
                    pace.isEnough(),
                    pace.schedule());
        }
    }
}
