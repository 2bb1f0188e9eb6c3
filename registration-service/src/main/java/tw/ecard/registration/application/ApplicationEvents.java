package tw.ecard.registration.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.outbox.Outbox;
import tw.ecard.registration.lane.Lane;

/** What registration-service tells of its applications; the data are described in {@code contracts/events}. */
@ApplicationScoped
public class ApplicationEvents {

    public static final String TOPIC = "ecard.applications.v1";

    private final Outbox outbox;

    ApplicationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void received(Application application) {
        append(application, "application.received", new Received(About.of(application), application.status()));
    }

    /** @param papers what staff are to look at */
    void submitted(Application application, long ticket, Instant arrivedAt, List<Paper> papers) {
        append(
                application,
                "application.submitted",
                new Arrived(
                        About.of(application),
                        Lane.REVIEW,
                        ticket,
                        arrivedAt,
                        Applicant.of(application),
                        null,
                        null,
                        papers));
    }

    void completedDocuments(Application application, long ticket, Instant arrivedAt) {
        append(
                application,
                "application.completed-documents",
                new Arrived(
                        About.of(application),
                        Lane.ISSUANCE,
                        ticket,
                        arrivedAt,
                        Applicant.of(application),
                        application.acceptedRoster(),
                        application.acceptedReaders(),
                        null));
    }

    /** @param papers all that are there now, replaced or not */
    void corrected(Application application, Lane lane, long ticket, Instant correctedAt, List<Paper> papers) {
        append(
                application,
                "application.corrected",
                new Corrected(
                        About.of(application),
                        lane,
                        ticket,
                        correctedAt,
                        application.acceptedRoster(),
                        application.acceptedReaders(),
                        papers));
    }

    /** A roster was returned with errors, or as unreadable. */
    public void rosterReturned(Application application, UUID roster, long rows, long errorCount) {
        append(application, "roster.returned", new RosterReturned(About.of(application), roster, rows, errorCount));
    }

    /** The application was withdrawn; lane and ticket are null where it stands in none. */
    public void withdrawn(Application application, Lane lane, Long ticket) {
        append(
                application,
                "application.withdrawn",
                new Withdrawn(
                        About.of(application),
                        lane,
                        ticket,
                        application.acceptedRoster(),
                        application.acceptedReaders()));
    }

    void contactChanged(Application application) {
        append(
                application,
                "application.contact-changed",
                new ContactChanged(About.of(application), application.contactVersion()));
    }

    /** Every reader has a card number. */
    public void completed(Application application) {
        append(
                application,
                "application.completed",
                new Completed(About.of(application), application.acceptedRoster(), application.acceptedReaders()));
    }

    private void append(Application application, String name, Object data) {
        outbox.append(new NewEvent(TOPIC, application.id().toString(), "tw.ecard." + name + ".v1", data));
    }

    private record About(UUID applicationId, String receiptNumber, String institutionCode, int round) {

        static About of(Application application) {
            return new About(
                    application.id(),
                    application.receiptNumber(),
                    application.institution().code(),
                    application.round());
        }
    }

    private record Applicant(String institutionName, InstitutionKind institutionKind, Speed speed) {

        static Applicant of(Application application) {
            return new Applicant(
                    application.institution().name(),
                    application.institution().kind(),
                    application.officialDocument().speed());
        }
    }

    private record Received(@JsonUnwrapped About about, ApplicationStatus status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Arrived(
            @JsonUnwrapped About about,
            Lane lane,
            long ticket,
            Instant arrivedAt,
            @JsonUnwrapped Applicant applicant,
            UUID rosterId,
            Integer readers,
            List<Paper> papers) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Corrected(
            @JsonUnwrapped About about,
            Lane lane,
            long ticket,
            Instant correctedAt,
            UUID rosterId,
            Integer readers,
            List<Paper> papers) {}

    private record RosterReturned(@JsonUnwrapped About about, UUID rosterId, long rows, long errorCount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Withdrawn(@JsonUnwrapped About about, Lane lane, Long ticket, UUID rosterId, Integer readers) {}

    private record ContactChanged(@JsonUnwrapped About about, int contactVersion) {}

    private record Completed(@JsonUnwrapped About about, UUID rosterId, Integer readers) {}
}
