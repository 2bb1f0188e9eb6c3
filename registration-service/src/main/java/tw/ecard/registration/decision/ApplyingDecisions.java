package tw.ecard.registration.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationEvents;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.application.Timeline;
import tw.ecard.registration.card.AssigningCards;
import tw.ecard.registration.card.SerialBlock;
import tw.ecard.registration.decision.DecisionData.Decided;
import tw.ecard.registration.decision.DecisionData.Issued;
import tw.ecard.registration.decision.DecisionData.Returned;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.lane.PlaceState;
import tw.ecard.registration.lane.QueuePlaces;

/** Applies the library's decisions. Who withdrew first wins: a later decision finds nothing to decide. */
@ApplicationScoped
class ApplyingDecisions {

    private final ApplicationRepository applications;
    private final QueuePlaces places;
    private final StaffReturns returns;
    private final AssigningCards cards;
    private final ApplicationEvents events;
    private final Timeline timeline;
    private final Clock clock;

    ApplyingDecisions(
            ApplicationRepository applications,
            QueuePlaces places,
            StaffReturns returns,
            AssigningCards cards,
            ApplicationEvents events,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.places = places;
        this.returns = returns;
        this.cards = cards;
        this.events = events;
        this.timeline = timeline;
        this.clock = clock;
    }

    void approve(Decided decided) {
        open(decided.applicationId()).ifPresent(application -> {
            application.approve(clock.instant());
            places.put(application.id(), Lane.REVIEW, PlaceState.DONE);
            timeline.note(application.id(), Occurrence.APPROVED, Actor.LIBRARY, "");
        });
    }

    void reject(Decided decided) {
        open(decided.applicationId()).ifPresent(application -> {
            application.reject(clock.instant());
            places.put(application.id(), Lane.REVIEW, PlaceState.DONE);
            timeline.note(application.id(), Occurrence.REJECTED, Actor.LIBRARY, "");
        });
    }

    void returnCase(Returned returned, Instant at) {
        open(returned.applicationId()).ifPresent(application -> {
            application.returnByStaff(returned.lane(), returned.requires(), clock.instant());
            places.put(application.id(), returned.lane(), PlaceState.RETURNED);
            returns.record(returned, application.round(), at);
            timeline.note(application.id(), Occurrence.RETURNED, Actor.LIBRARY, String.join(",", returned.reasons()));
        });
    }

    /** Cards issued for an application that was withdrawn before are a void block: nobody gets them. */
    void issue(Issued issued, Instant at) {
        Application application = applications.lock(issued.applicationId(), Reach.EVERYTHING);
        SerialBlock block = new SerialBlock(issued.rocYear(), issued.firstSerial(), issued.lastSerial());
        cards.assign(application.id(), issued.rosterId(), block, at, application.isWithdrawn());
        if (application.isWithdrawn()) {
            return;
        }
        requireSameRoster(application, issued);
        application.complete(clock.instant());
        places.put(application.id(), Lane.ISSUANCE, PlaceState.DONE);
        timeline.note(application.id(), Occurrence.COMPLETED, Actor.LIBRARY, Integer.toString(issued.count()));
        applications.flush();
        events.completed(application);
    }

    private static void requireSameRoster(Application application, Issued issued) {
        boolean same = issued.rosterId().equals(application.acceptedRoster())
                && issued.count() == application.acceptedReaders();
        if (!same) {
            throw new IllegalStateException("cards were issued for another roster than the one in force");
        }
    }

    private Optional<Application> open(UUID id) {
        return Optional.of(applications.lock(id, Reach.EVERYTHING)).filter(application -> !application.isWithdrawn());
    }
}
