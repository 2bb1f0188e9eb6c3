package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Records an application: receipt number, first contact, the event. */
@ApplicationScoped
public class ReceivingApplication {

    private final ApplicationRepository applications;
    private final ReceiptNumbers receiptNumbers;
    private final Contacts contacts;
    private final ApplicationEvents events;
    private final Timeline timeline;
    private final Clock clock;

    ReceivingApplication(
            ApplicationRepository applications,
            ReceiptNumbers receiptNumbers,
            Contacts contacts,
            ApplicationEvents events,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.receiptNumbers = receiptNumbers;
        this.contacts = contacts;
        this.events = events;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What an institution applies with. */
    public record NewApplication(
            Institution institution,
            DocumentNumber number,
            OfficialDocument document,
            ContactPerson contact,
            String remarks) {}

    /**
     * Records it.
     *
     * @throws ApplicationRefusal when the institution has an application with this document number
     */
    @Transactional
    public Application receive(NewApplication wanted, Actor by) {
        // The counter's lock is held from here to the commit: nobody else records the same document meanwhile.
        ReceiptNumber receiptNumber = receiptNumbers.draw();
        applications
                .receiptNumberOf(wanted.institution().code(), wanted.number())
                .ifPresent(earlier -> {
                    throw new ApplicationRefusal.DuplicateOfficialDocument(wanted.number(), earlier);
                });
        Instant now = clock.instant();
        Application application = new Application(
                UUID.randomUUID(),
                receiptNumber,
                wanted.institution(),
                wanted.document(),
                wanted.number().comparable(),
                wanted.remarks(),
                now);
        applications.persistAndFlush(application);
        contacts.name(application.id(), application.contactVersion(), wanted.contact(), by);
        timeline.note(application.id(), Occurrence.RECEIVED, by, application.receiptNumber());
        events.received(application);
        return application;
    }
}
