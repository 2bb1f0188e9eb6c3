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

        @Schema(description = "現任聯絡人的版次") int contactVersion,

        @Schema(description = "contact 的信箱是否為現任聯絡人的信箱") boolean presentContact,

        @Schema(description = "最近一份檢核後退回的讀者資料檔", nullable = true)
        UUID returnedRosterId) {

    @Schema(name = "NotificationInstitution")
    record InstitutionView(String code, String name) {}

    @Schema(name = "NotificationContact")
    record ContactView(String name, String email) {}

    /**
     * What is told about the application now.
     *
     * @param contact whom the mail is for
     * @param present whom the institution names now
     * @param returnedRoster the last roster that was checked and returned, or null
     */
    static NotificationContext of(
            Application application, ContactPerson contact, ContactPerson present, UUID returnedRoster) {
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
                application.contactVersion(),
                contact.email().equalsIgnoreCase(present.email()),
                returnedRoster);
    }
}
