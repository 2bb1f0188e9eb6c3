package tw.ecard.queue.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What registration-service says about an application and its contact at the moment. Never kept, never logged. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NotificationContext(
        UUID applicationId,
        String receiptNumber,
        Status status,
        int round,
        Institution institution,
        String documentNumber,
        Contact contact,
        int contactVersion) {

    /** The states of an application, as registration-service names them. */
    enum Status {
        DOCUMENTS_MISSING,
        UNDER_REVIEW,
        APPROVED,
        ROSTER_VALIDATING,
        ROSTER_RETURNED,
        QUEUED,
        COMPLETED,
        RETURNED,
        REJECTED,
        WITHDRAWN
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
