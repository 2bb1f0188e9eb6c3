package tw.ecard.registration.application;

/** States of an application; {@link Lifecycle} says how one leads to another. */
public enum ApplicationStatus {
    /** Recorded; application form or declaration is not there yet. */
    DOCUMENTS_MISSING,
    /** Stands in the review lane. */
    UNDER_REVIEW,
    /** The library agreed; a roster may be uploaded. */
    APPROVED,
    /** A roster is being checked. */
    ROSTER_VALIDATING,
    /** The roster came back with errors; another may be uploaded. */
    ROSTER_RETURNED,
    /** Stands in the issuance lane. */
    QUEUED,
    /** Staff returned it from a lane; papers or roster have to be corrected. */
    RETURNED,
    /** Every reader has a card number. */
    COMPLETED,
    /** The library did not agree. */
    REJECTED,
    /** The institution withdrew it. */
    WITHDRAWN
}
