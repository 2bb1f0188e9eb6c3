package tw.ecard.registration.roster;

/** The check ends without a result: the roster was called off, taken over, or its application withdrawn. */
final class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLost() {
        super("the claim is no longer held", null, false, false);
    }
}
