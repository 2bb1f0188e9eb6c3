package tw.ecard.registration.decision;

import jakarta.enterprise.context.ApplicationScoped;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.ReceivedEvent;
import tw.ecard.kit.inbox.EventSubscription;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.decision.DecisionData.Admitted;
import tw.ecard.registration.decision.DecisionData.Claimed;
import tw.ecard.registration.decision.DecisionData.Decided;
import tw.ecard.registration.decision.DecisionData.Delayed;
import tw.ecard.registration.decision.DecisionData.Issued;
import tw.ecard.registration.decision.DecisionData.Released;
import tw.ecard.registration.decision.DecisionData.Returned;
import tw.ecard.registration.decision.DecisionData.Told;
import tw.ecard.registration.lane.LanePace;
import tw.ecard.registration.lane.LanePaces;

/** Hands each event of queue-service to what it is about. */
@ApplicationScoped
class DecisionEvents implements EventSubscription {

    private final EventCodec codec;
    private final ApplyingDecisions decisions;
    private final ApplyingSchedule schedule;
    private final LanePaces paces;
    private final NotingMails mails;

    DecisionEvents(
            EventCodec codec,
            ApplyingDecisions decisions,
            ApplyingSchedule schedule,
            LanePaces paces,
            NotingMails mails) {
        this.codec = codec;
        this.decisions = decisions;
        this.schedule = schedule;
        this.paces = paces;
        this.mails = mails;
    }

    @Override
    public String topic() {
        return "ecard.decisions.v1";
    }

    @Override
    public void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "tw.ecard.application.approved.v1" -> decisions.approve(codec.data(event, Decided.class));
            case "tw.ecard.application.rejected.v1" -> decisions.reject(codec.data(event, Decided.class));
            case "tw.ecard.application.returned.v1" ->
                decisions.returnCase(codec.data(event, Returned.class), event.time());
            case "tw.ecard.cards.issued.v1" -> decisions.issue(codec.data(event, Issued.class), event.time());
            case "tw.ecard.case.admitted.v1" -> schedule.admit(codec.data(event, Admitted.class));
            case "tw.ecard.case.rescheduled.v1" -> schedule.reschedule(codec.data(event, Admitted.class));
            case "tw.ecard.case.claimed.v1" -> schedule.claim(codec.data(event, Claimed.class));
            case "tw.ecard.case.released.v1" -> schedule.release(codec.data(event, Released.class));
            case "tw.ecard.case.delayed.v1" -> schedule.delay(codec.data(event, Delayed.class));
            case "tw.ecard.lane.pace.v1" -> paces.keep(codec.data(event, LanePace.class));
            case "tw.ecard.notification.sent.v1" -> mails.note(Occurrence.CONTACT_TOLD, codec.data(event, Told.class));
            case "tw.ecard.notification.failed.v1" ->
                mails.note(Occurrence.CONTACT_NOT_REACHED, codec.data(event, Told.class));
            default -> {
                // Not about anything kept here.
            }
        }
    }
}
