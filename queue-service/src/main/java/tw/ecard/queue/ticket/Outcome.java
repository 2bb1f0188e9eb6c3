package tw.ecard.queue.ticket;

/** How a case ended. */
public enum Outcome {
    APPROVED,
    ISSUED,
    REJECTED,
    WITHDRAWN,
    /** Nobody stood behind the number. */
    VOIDED
}
