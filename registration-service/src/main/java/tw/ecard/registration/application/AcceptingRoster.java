package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.lane.Tickets;

/**
 * A roster without errors is in force. The first one gives the application its place in the issuance lane; one that
 * corrects a returned case gives it back the place that it had.
 */
@ApplicationScoped
public class AcceptingRoster {

    private final ApplicationRepository applications;
    private final Tickets tickets;
    private final GoingBackToLane lane;
    private final ApplicationEvents events;
    private final Timeline timeline;
    private final Clock clock;

    AcceptingRoster(
            ApplicationRepository applications,
            Tickets tickets,
            GoingBackToLane lane,
            ApplicationEvents events,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.tickets = tickets;
        this.lane = lane;
        this.events = events;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Call last in the transaction that stored the readers.
     *
     * @param application locked
     * @param receivedAt receipt of the upload; the clock starts, or goes on, from there, so that the library's own
     *     backlog never shortens its promise
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void accept(Application application, UUID roster, int readers, Instant receivedAt) {
        boolean first = application.acceptedRoster() == null;
        boolean complete = application.acceptRoster(roster, readers, clock.instant());
        timeline.note(application.id(), Occurrence.ROSTER_ACCEPTED, Actor.SYSTEM, Integer.toString(readers));
        if (complete && first) {
            applications.flush();
            long ticket = tickets.draw(Lane.ISSUANCE, application.id(), readers, receivedAt);
            events.completedDocuments(application, ticket, receivedAt);
        } else if (complete) {
            lane.goBack(application, Actor.SYSTEM, receivedAt);
        }
    }
}
