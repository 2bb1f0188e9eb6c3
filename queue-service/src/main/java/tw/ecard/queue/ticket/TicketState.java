package tw.ecard.queue.ticket;

/** Where a case stands. */
public enum TicketState {
    /** It came in, but a number before it is still missing: not in the lane yet, and shown to nobody. */
    ARRIVED,
    WAITING,
    IN_WORK,
    /** The applicant corrects; the case keeps its number. */
    RETURNED,
    DONE
}
