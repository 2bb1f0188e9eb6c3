package tw.ecard.registration.vault;

/** Sealed bytes do not open: they were changed, moved to another place, or sealed with a key no longer configured. */
public class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String what, Throwable cause) {
        super(what + " does not open", cause);
    }
}
