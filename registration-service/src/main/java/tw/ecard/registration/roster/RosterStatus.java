package tw.ecard.registration.roster;

/** States of a roster. */
public enum RosterStatus {
    /** Stored; its check has not begun. */
    RECEIVED,
    /** Being checked. */
    VALIDATING,
    /** In force: its readers are held. */
    ACCEPTED,
    /** Has errors, or cannot be read. */
    RETURNED,
    /** Called off, or its application was withdrawn meanwhile. */
    CANCELLED,
    /** Was in force until a corrected one took its place. */
    SUPERSEDED;

    /** True when nothing more happens to it by itself. */
    public boolean isFinished() {
        return this != RECEIVED && this != VALIDATING;
    }
}
