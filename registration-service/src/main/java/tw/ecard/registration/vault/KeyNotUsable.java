package tw.ecard.registration.vault;

/** The configured keys cannot be used: the service must not start. */
class KeyNotUsable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    KeyNotUsable(String message) {
        super(message);
    }
}
