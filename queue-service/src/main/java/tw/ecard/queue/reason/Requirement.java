package tw.ecard.queue.reason;

/** What a return asks of the applicant before the case goes on. */
public enum Requirement {
    /** Attachments to be replaced. */
    PAPERS,
    /** A new reader-data file. */
    ROSTER
}
