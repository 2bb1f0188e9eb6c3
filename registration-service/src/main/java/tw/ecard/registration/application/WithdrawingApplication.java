package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.lane.PlaceState;
import tw.ecard.registration.lane.QueuePlace;
import tw.ecard.registration.lane.QueuePlaces;
import tw.ecard.registration.person.KnownPeople;

/**
 * The institution takes its application back. It wins or loses by the commit here: cards issued afterwards are void,
 * and a completed application cannot be withdrawn any more.
 */
@ApplicationScoped
public class WithdrawingApplication {

    private final ApplicationRepository applications;
    private final QueuePlaces places;
    private final KnownPeople knownPeople;
    private final ApplicationEvents events;
    private final Timeline timeline;
    private final Clock clock;

    WithdrawingApplication(
            ApplicationRepository applications,
            QueuePlaces places,
            KnownPeople knownPeople,
            ApplicationEvents events,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.places = places;
        this.knownPeople = knownPeople;
        this.events = events;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Withdraws, and lets its people go; refuses when it is completed, rejected or withdrawn. */
    @Transactional
    public Application withdraw(UUID id, Reach reach, Actor by) {
        Application application = applications.lock(id, reach);
        application.withdraw(clock.instant());
        if (application.acceptedRoster() != null) {
            knownPeople.release(application.acceptedRoster());
        }
        Optional<QueuePlace> open = places.latest(id).filter(place -> place.state() != PlaceState.DONE);
        open.ifPresent(place -> places.put(id, place.lane(), PlaceState.DONE));
        timeline.note(id, Occurrence.WITHDRAWN, by, "");
        applications.flush();
        events.withdrawn(
                application,
                open.map(QueuePlace::lane).orElse(null),
                open.map(QueuePlace::ticket).orElse(null));
        return application;
    }
}
