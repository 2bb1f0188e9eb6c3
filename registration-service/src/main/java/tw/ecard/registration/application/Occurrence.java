package tw.ecard.registration.application;

/** What a timeline tells of. */
public enum Occurrence {
    RECEIVED,
    DOCUMENT_RECEIVED,
    SUBMITTED,
    ADMITTED,
    /** The contact was told that the library will not be done in time. */
    DELAYED,
    APPROVED,
    REJECTED,
    RETURNED,
    ROSTER_RECEIVED,
    ROSTER_RETURNED,
    ROSTER_CANCELLED,
    ROSTER_ACCEPTED,
    CORRECTED,
    CONTACT_CHANGED,
    COMPLETED,
    /** A mail to the contact was handed to the mail server; the details name its kind. */
    CONTACT_TOLD,
    /** A mail to the contact could not be delivered. */
    CONTACT_NOT_REACHED,
    WITHDRAWN
}
