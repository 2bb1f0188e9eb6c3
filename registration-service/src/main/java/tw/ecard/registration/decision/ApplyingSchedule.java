package tw.ecard.registration.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.application.Timeline;
import tw.ecard.registration.decision.DecisionData.Admitted;
import tw.ecard.registration.decision.DecisionData.Claimed;
import tw.ecard.registration.decision.DecisionData.Delayed;
import tw.ecard.registration.decision.DecisionData.Released;
import tw.ecard.registration.lane.QueuePlaces;

/** How a case goes on in its lane at queue-service, for the institution to see. */
@ApplicationScoped
class ApplyingSchedule {

    private final QueuePlaces places;
    private final Timeline timeline;

    ApplyingSchedule(QueuePlaces places, Timeline timeline) {
        this.places = places;
        this.timeline = timeline;
    }

    void admit(Admitted admitted) {
        reschedule(admitted);
        timeline.note(
                admitted.applicationId(),
                Occurrence.ADMITTED,
                Actor.SYSTEM,
                admitted.lane().name());
    }

    void claim(Claimed claimed) {
        places.inWork(claimed.applicationId(), claimed.lane(), claimed.leaseUntil());
    }

    void release(Released released) {
        places.released(released.applicationId(), released.lane());
    }

    void delay(Delayed delayed) {
        LocalDate to = delayed.expectedOn();
        if (places.delayed(delayed.applicationId(), delayed.lane(), to)) {
            timeline.note(delayed.applicationId(), Occurrence.DELAYED, Actor.SYSTEM, to == null ? "" : to.toString());
        }
    }

    void reschedule(Admitted dates) {
        places.schedule(dates.applicationId(), dates.lane(), dates.targetOn(), dates.dueOn());
    }
}
