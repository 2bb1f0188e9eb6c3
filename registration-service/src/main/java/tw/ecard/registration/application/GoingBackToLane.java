package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.lane.QueuePlaces;

/** A returned case that is corrected stands where its ticket puts it; it draws no new one. */
@ApplicationScoped
class GoingBackToLane {

    private final ApplicationRepository applications;
    private final QueuePlaces places;
    private final PapersOnFile papers;
    private final ApplicationEvents events;
    private final Timeline timeline;
    private final Clock clock;

    GoingBackToLane(
            ApplicationRepository applications,
            QueuePlaces places,
            PapersOnFile papers,
            ApplicationEvents events,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.places = places;
        this.papers = papers;
        this.events = events;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Everything that the return required is there since the given time: from then on the clock goes on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void goBack(Application application, Actor by, Instant correctedAt) {
        Lane lane = application.goBackToLane(clock.instant());
        places.comeBack(application.id(), lane, lane == Lane.ISSUANCE ? application.acceptedReaders() : null);
        long ticket = places.ticket(application.id(), lane).orElseThrow();
        timeline.note(application.id(), Occurrence.CORRECTED, by, lane.name());
        applications.flush();
        events.corrected(application, lane, ticket, correctedAt, papers.of(application.id()));
    }
}
