package tw.ecard.registration.lane;

/** A queue: 審核 or 製證. */
public enum Lane {
    REVIEW,
    ISSUANCE
}
