package tw.ecard.registration.decision;

import jakarta.enterprise.context.ApplicationScoped;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.application.Timeline;
import tw.ecard.registration.decision.DecisionData.Told;

/** What became of the mails to the contact, for the timeline: the kind of each, never whom it went to. */
@ApplicationScoped
class NotingMails {

    private final Timeline timeline;

    NotingMails(Timeline timeline) {
        this.timeline = timeline;
    }

    void note(Occurrence what, Told told) {
        timeline.note(told.applicationId(), what, Actor.SYSTEM, told.kind());
    }
}
