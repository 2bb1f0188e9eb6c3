package tw.ecard.registration.lane;

/** What stands of a ticket, as far as the institution is told. */
public enum PlaceState {
    WAITING,
    RETURNED,
    DONE
}
