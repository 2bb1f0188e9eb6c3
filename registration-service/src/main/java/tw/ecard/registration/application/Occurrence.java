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
    WITHDRAWN
}
