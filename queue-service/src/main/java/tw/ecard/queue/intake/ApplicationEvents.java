package tw.ecard.queue.intake;

import jakarta.enterprise.context.ApplicationScoped;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.ReceivedEvent;
import tw.ecard.kit.inbox.EventSubscription;
import tw.ecard.queue.notification.MailKind;
import tw.ecard.queue.notification.PlanningMails;
import tw.ecard.queue.ticket.TicketPapers;

/** The events about applications, each given to what it concerns. */
@ApplicationScoped
public class ApplicationEvents implements EventSubscription {

    public static final String TOPIC = "ecard.applications.v1";

    private final EventCodec codec;
    private final AdmittingCases admission;
    private final ContinuingCases cases;
    private final TicketPapers papers;
    private final PlanningMails mails;

    ApplicationEvents(
            EventCodec codec,
            AdmittingCases admission,
            ContinuingCases cases,
            TicketPapers papers,
            PlanningMails mails) {
        this.codec = codec;
        this.admission = admission;
        this.cases = cases;
        this.papers = papers;
        this.mails = mails;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void apply(ReceivedEvent event) {
        ApplicationEvent data = codec.data(event, ApplicationEvent.class);
        switch (event.type()) {
            case "tw.ecard.application.received.v1" -> mails.plan(data.mail(MailKind.RECEIVED));
            case "tw.ecard.application.submitted.v1", "tw.ecard.application.completed-documents.v1" ->
                admission.receive(data.arrival());
            case "tw.ecard.roster.returned.v1" -> mails.plan(data.rosterReturnedMail());
            case "tw.ecard.application.corrected.v1" -> {
                cases.corrected(data.correction());
                data.place().ifPresent(place -> papers.replace(place.lane(), place.number(), data.papers()));
            }
            case "tw.ecard.application.withdrawn.v1" ->
                data.place().ifPresent(place -> cases.withdrawn(place, event.time()));
            case "tw.ecard.application.completed.v1" -> mails.plan(data.completedMail());
            case "tw.ecard.application.contact-changed.v1" -> {
                mails.plan(data.contactChangedMail(MailKind.CONTACT_CHANGED_FORMER));
                mails.plan(data.contactChangedMail(MailKind.CONTACT_CHANGED_PRESENT));
            }
            default -> {
                // Everything else concerns the other service's own work.
            }
        }
    }
}
