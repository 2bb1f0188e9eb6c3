package tw.ecard.queue.ticket;

/** What applies: 學校 or 機關. */
public enum InstitutionKind {
    SCHOOL,
    AGENCY
}
