package tw.ecard.registration.application;

/** What a timeline tells of. */
public enum Occurrence {
    RECEIVED,
    DOCUMENT_RECEIVED,
    SUBMITTED,
    ADMITTED,
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
