package tw.ecard.queue.notification;

import java.util.UUID;

/**
 * How an application stands, as far as mails depend on it.
 *
 * @param round raised by each correction
 * @param contactVersion of the present contact; null when unknown
 * @param toldIsPresent whether the reader of the mail is the present contact
 * @param returnedRosterId the last roster that was checked and returned; null when unknown
 */
record Situation(Status status, int round, Integer contactVersion, boolean toldIsPresent, UUID returnedRosterId) {

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
}
