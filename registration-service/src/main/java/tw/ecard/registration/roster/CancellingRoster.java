package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.application.Timeline;

/** Calls the check of a roster off, so that a better one can be sent. Whoever checks it notices within a second. */
@ApplicationScoped
class CancellingRoster {

    private final ApplicationRepository applications;
    private final Rosters rosters;
    private final Timeline timeline;
    private final Clock clock;

    CancellingRoster(ApplicationRepository applications, Rosters rosters, Timeline timeline, Clock clock) {
        this.applications = applications;
        this.rosters = rosters;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Cancels; refuses when the check has ended. */
    @Transactional
    Roster cancel(UUID id, Reach reach, Actor by) {
        Application application = applications.lock(rosters.get(id, reach).applicationId(), reach);
        if (!rosters.cancel(id, clock.instant())) {
            throw new RosterRefusal.NotInValidation(rosters.get(id, reach).status());
        }
        if (!application.isWithdrawn()) {
            application.cancelRoster(clock.instant());
        }
        timeline.note(application.id(), Occurrence.ROSTER_CANCELLED, by, id.toString());
        applications.flush();
        return rosters.get(id, reach);
    }
}
