package tw.ecard.registration.lane;

/** Why no date can be expected. */
public enum NoDateBecause {
    /** The applicant corrects; nobody knows for how long. */
    RETURNED,
    /** The lane has done too little yet to tell how long it takes. */
    TOO_LITTLE_HISTORY,
    /** Later than the working days that are known or looked ahead. */
    BEYOND_CALENDAR
}
