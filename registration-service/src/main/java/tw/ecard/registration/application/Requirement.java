package tw.ecard.registration.application;

/** What a return by staff asks to be corrected. */
public enum Requirement {
    /** Form or declaration. */
    PAPERS,
    /** The reader-data file. */
    ROSTER
}
