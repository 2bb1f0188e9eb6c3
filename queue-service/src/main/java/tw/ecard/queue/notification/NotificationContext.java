package tw.ecard.queue.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * What registration-service says about an application and a contact of it at the moment. Never kept, never logged.
 *
 * @param contact whom the mail is for
 * @param contactVersion of the present contact
 * @param presentContact whether the mailbox of {@code contact} is the present contact's; null when nobody says so
 * @param returnedRosterId the last roster that was checked and returned; null when there is none, or nobody says
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record NotificationContext(
        UUID applicationId,
        String receiptNumber,
        Situation.Status status,
        int round,
        Institution institution,
        String documentNumber,
        Contact contact,
        int contactVersion,
        Boolean presentContact,
        UUID returnedRosterId) {

    /** What decides whether a mail still is to go out. */
    Situation situation() {
        return new Situation(status, round, contactVersion, Boolean.TRUE.equals(presentContact), returnedRosterId);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Institution(String code, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(String name, String email) {

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
