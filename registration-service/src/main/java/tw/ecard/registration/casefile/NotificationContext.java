package tw.ecard.registration.casefile;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.ContactPerson;

/** Whom a mail that is about to go out is for, and whether what it says still holds. */
@Schema(name = "NotificationContext")
record NotificationContext(
        UUID applicationId,
        String receiptNumber,
        ApplicationStatus status,
        int round,
        InstitutionView institution,
        String documentNumber,
        ContactView contact,
        int contactVersion) {

    @Schema(name = "NotificationInstitution")
    record InstitutionView(String code, String name) {}

    @Schema(name = "NotificationContact")
    record ContactView(String name, String email) {}

    static NotificationContext of(Application application, ContactPerson contact) {
        return new NotificationContext(
                application.id(),
                application.receiptNumber(),
                application.status(),
                application.round(),
                new InstitutionView(
                        application.institution().code(),
                        application.institution().name()),
                application.officialDocument().number(),
                new ContactView(contact.name(), contact.email()),
                application.contactVersion());
    }
}
