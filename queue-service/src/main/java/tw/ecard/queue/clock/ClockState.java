package tw.ecard.queue.clock;

/** How a case stands against its promise. */
public enum ClockState {
    ON_TIME,
    DUE_SOON,
    OVERDUE,
    /** The applicant corrects; the days do not count. */
    PAUSED,
    DONE
}
