package tw.ecard.queue.clock;

/** What can happen to the clock of a case. */
public enum ClockEvent {
    STARTED,
    PAUSED,
    RESUMED,
    STOPPED;

    /** Whether working days count from here on. */
    boolean letsTheClockRun() {
        return this == STARTED || this == RESUMED;
    }

    /** A clock starts once, pauses while it runs, resumes while it is paused, and stops for good from either. */
    boolean mayFollow(ClockEvent last) {
        return switch (this) {
            case STARTED -> last == null;
            case PAUSED -> last != null && last.letsTheClockRun();
            case RESUMED -> last == PAUSED;
            case STOPPED -> last != null && last != STOPPED;
        };
    }
}
