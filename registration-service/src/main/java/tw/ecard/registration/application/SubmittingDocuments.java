package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.lane.Tickets;

/** With form and declaration there, the application takes its place in the review lane. */
@ApplicationScoped
public class SubmittingDocuments {

    private final ApplicationRepository applications;
    private final PapersOnFile papers;
    private final Tickets tickets;
    private final ApplicationEvents events;
    private final Timeline timeline;
    private final Clock clock;

    SubmittingDocuments(
            ApplicationRepository applications,
            PapersOnFile papers,
            Tickets tickets,
            ApplicationEvents events,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.papers = papers;
        this.tickets = tickets;
        this.events = events;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Call last in the transaction that stored a document of the locked application.
     *
     * @param present the kinds that are there, the new one included
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void after(Application application, AttachmentKind received, Set<AttachmentKind> present, Actor by) {
        timeline.note(application.id(), Occurrence.DOCUMENT_RECEIVED, by, received.name());
        if (application.status() != ApplicationStatus.DOCUMENTS_MISSING
                || !present.containsAll(AttachmentKind.REQUIRED)) {
            return;
        }
        Instant now = clock.instant();
        application.submitDocuments(now);
        timeline.note(application.id(), Occurrence.SUBMITTED, by, "");
        List<Paper> submitted = papers.of(application.id());
        applications.flush();
        long ticket = tickets.draw(Lane.REVIEW, application.id(), null, now);
        events.submitted(application, ticket, now, submitted);
    }
}
