package tw.ecard.registration.lane;

/** What stands of a ticket, as far as the institution is told. */
public enum PlaceState {
    WAITING,
    /** Staff took it up. */
    IN_WORK,
    RETURNED,
    DONE
}
