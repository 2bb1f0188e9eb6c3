package tw.ecard.registration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.ContactPerson;
import tw.ecard.registration.application.DocumentNumber;
import tw.ecard.registration.application.Institution;
import tw.ecard.registration.application.InstitutionKind;
import tw.ecard.registration.application.OfficialDocument;
import tw.ecard.registration.application.ReceivingApplication;
import tw.ecard.registration.application.ReceivingApplication.NewApplication;
import tw.ecard.registration.application.Speed;
import tw.ecard.registration.application.SubmittingDocuments;
import tw.ecard.registration.vault.FileVault;

/** Applications of one school, brought to the state that a test begins with. */
@ApplicationScoped
public class SomeApplications {

    public static final String SCHOOL = "999901";
    public static final String STRANGER = "999902";

    private final ReceivingApplication receiving;
    private final SubmittingDocuments submitting;
    private final ApplicationRepository applications;
    private final FileVault vault;
    private final Sql sql;
    private final Clock clock;
    private int documents;

    SomeApplications(
            ReceivingApplication receiving,
            SubmittingDocuments submitting,
            ApplicationRepository applications,
            FileVault vault,
            Sql sql,
            Clock clock) {
        this.receiving = receiving;
        this.submitting = submitting;
        this.applications = applications;
        this.vault = vault;
        this.sql = sql;
        this.clock = clock;
    }

    /** Just received: no papers yet. */
    public UUID received() {
        return receivedFrom(SCHOOL);
    }

    private UUID receivedFrom(String institution) {
        DocumentNumber number =
                DocumentNumber.parse("示範圖字第115000%d號".formatted(nextDocument())).orElseThrow();
        NewApplication wanted = new NewApplication(
                new Institution(institution, "示範高級中學", InstitutionKind.SCHOOL),
                number,
                new OfficialDocument(number.text(), LocalDate.of(2026, 11, 20), Speed.NORMAL, "申請集體辦理數位借閱證"),
                new ContactPerson("王大明", "library@example.edu.tw", "05-5512345", "117"),
                null);
        return receiving.receive(wanted, Actor.SYSTEM).id();
    }

    /** Behind those of the service as it ran before, under other settings on the same database. */
    private synchronized int nextDocument() {
        if (documents == 0) {
            documents = 1000 + (int) sql.number("SELECT count(*) FROM application");
        }
        return ++documents;
    }

    /** Its papers are there: it drew a ticket of the review lane. */
    public UUID submitted() {
        UUID id = received();
        QuarkusTransaction.requiringNew()
                .run(() -> submitting.after(
                        applications.lock(id, Reach.EVERYTHING),
                        AttachmentKind.APPLICATION_FORM,
                        AttachmentKind.REQUIRED,
                        Actor.SYSTEM));
        return id;
    }

    /** The library agreed: a roster may come. */
    public UUID approved() {
        return approved(received());
    }

    /** The same of another school. */
    public UUID approvedStranger() {
        return approved(receivedFrom(STRANGER));
    }

    private UUID approved(UUID id) {
        sql.update("UPDATE application SET status = 'UNDER_REVIEW', version = version + 1 WHERE id = ?", id);
        QuarkusTransaction.requiringNew()
                .run(() -> applications.lock(id, Reach.EVERYTHING).approve(clock.instant()));
        return id;
    }

    /** A roster of the approved application that some worker is checking, and will be for an hour. */
    public UUID rosterInValidation(UUID application, byte[] file) {
        UUID roster = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            applications.lock(application, Reach.EVERYTHING).startValidating(clock.instant());
            UUID stored = store(file);
            sql.update(
                    """
                    INSERT INTO roster
                        (id, application_id, status, file_id, file_name, received_at, lease_token, lease_until)
                    VALUES (?, ?, 'VALIDATING', ?, 'roster.xlsx', ?, ?, ?)""",
                    roster,
                    application,
                    stored,
                    clock.instant(),
                    UUID.randomUUID(),
                    clock.instant().plus(Duration.ofHours(1)));
        });
        return roster;
    }

    private UUID store(byte[] file) {
        try {
            return vault.store(new ByteArrayInputStream(file)).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands in the database. */
    public Application find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> applications.get(id, Reach.EVERYTHING));
    }
}
