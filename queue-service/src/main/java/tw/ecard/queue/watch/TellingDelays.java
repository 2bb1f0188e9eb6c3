package tw.ecard.queue.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jboss.logging.Logger;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.delay.CaseDelay;
import tw.ecard.queue.delay.CaseDelays;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.notification.MailKind;
import tw.ecard.queue.notification.PlannedMail;
import tw.ecard.queue.notification.PlanningMails;
import tw.ecard.queue.pace.Forecast;
import tw.ecard.queue.pace.LanePace;
import tw.ecard.queue.pace.LanePaces;
import tw.ecard.queue.ticket.CaseEvents;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketState;
import tw.ecard.queue.ticket.Tickets;
import tw.ecard.queue.watch.LateCandidates.Candidate;

/**
 * Tells contacts that their case will be late, before its last day passes and once a round. Runs on every replica; the
 * row of the lane's pace lets one at a time do it, and what was told is written with the mail.
 */
@ApplicationScoped
class TellingDelays {

    private static final Logger LOG = Logger.getLogger(TellingDelays.class);
    private static final int AT_ONCE = 100;

    private final LateCandidates candidates;
    private final LanePaces paces;
    private final Tickets tickets;
    private final ClockReaders clocks;
    private final CaseDelays delays;
    private final CaseEvents events;
    private final PlanningMails mails;
    private final WatchConfig config;

    TellingDelays(
            LateCandidates candidates,
            LanePaces paces,
            Tickets tickets,
            ClockReaders clocks,
            CaseDelays delays,
            CaseEvents events,
            PlanningMails mails,
            WatchConfig config) {
        this.candidates = candidates;
        this.paces = paces;
        this.tickets = tickets;
        this.clocks = clocks;
        this.delays = delays;
        this.events = events;
        this.mails = mails;
        this.config = config;
    }

    @Scheduled(every = "{ecard.watch.check-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellAll() {
        for (Lane lane : Lane.values()) {
            while (QuarkusTransaction.requiringNew().call(() -> tellSome(lane)) == AT_ONCE) {
                LOG.infof("lane %s: more contacts may have to be told of a delay", lane);
            }
        }
    }

    private int tellSome(Lane lane) {
        Optional<LanePace> pace = paces.lock(lane);
        ClockReader reader = clocks.now();
        LocalDate today = Taipei.dayOf(reader.now());
        DelayPolicy.Moment now = new DelayPolicy.Moment(
                today,
                isAfterWork(reader.now()),
                reader.calendar().nthWorkingDayAfter(today, 1).value().orElse(null));
        int told = 0;
        for (Candidate candidate : candidates.of(lane, reader.now(), today)) {
            Forecast forecast =
                    pace.map(of -> of.forecast(candidate.standing(), today)).orElse(Forecast.TOO_LITTLE_HISTORY);
            if (told < AT_ONCE && isLate(candidate, forecast, now) && isTold(candidate, forecast, reader, now)) {
                told++;
            }
        }
        return told;
    }

    private static boolean isLate(Candidate candidate, Forecast forecast, DelayPolicy.Moment now) {
        return DelayPolicy.isToBeTold(
                new DelayPolicy.Waiting(candidate.dueSoonOn(), candidate.dueOn(), forecast, candidate.isNext()), now);
    }

    /** Looks at the case again under its lock: it may have been taken up, or be over, by now. */
    private boolean isTold(Candidate candidate, Forecast forecast, ClockReader reader, DelayPolicy.Moment now) {
        Optional<Ticket> locked = tickets.locked(candidate.ticketId());
        boolean told = locked.filter(ticket -> ticket.stateAt(reader.now()) == TicketState.WAITING)
                .filter(ticket -> ticket.round() == candidate.round())
                .filter(ticket -> tellIfLate(ticket, candidate.isNext(), forecast, reader.read(ticket), now))
                .isPresent();
        locked.ifPresent(tickets::forget);
        return told;
    }

    private boolean tellIfLate(
            Ticket ticket, boolean isNext, Forecast forecast, ClockReading clock, DelayPolicy.Moment now) {
        return DelayPolicy.isToBeTold(new DelayPolicy.Waiting(clock.dueSoonOn(), clock.dueOn(), forecast, isNext), now)
                && tell(ticket, clock.dueOn(), forecast);
    }

    private boolean tell(Ticket ticket, LocalDate dueOn, Forecast forecast) {
        CaseDelay delay = new CaseDelay(dueOn, forecast.day().orElse(null));
        boolean first = delays.keep(ticket, delay);
        if (first) {
            events.delayed(ticket, delay.dueOn(), delay.expectedOn());
            mails.plan(mail(ticket));
        }
        return first;
    }

    /** A review and an issuance can both be late in one round of an application: the roster tells their mails apart. */
    private static PlannedMail mail(Ticket ticket) {
        PlannedMail mail = PlannedMail.about(MailKind.DELAYED, ticket);
        return ticket.lane() == Lane.REVIEW ? mail : mail.onRoster(ticket.rosterId(), ticket.readers(), 0);
    }

    private boolean isAfterWork(Instant now) {
        return !LocalTime.ofInstant(now, Taipei.ZONE).isBefore(config.workEndsAt());
    }
}
