package tw.ecard.queue.notification;

/** A mail did not go out; says what to do about it. */
final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is decides what happens to the mail, and to the others. */
    enum Fault {
        /** The mail server refused this mail for good: to try again would change nothing. */
        REFUSED,
        /** Something about this mail did not work now; others may. */
        PUT_OFF,
        /** The mail server or registration-service is away: no mail would go out. */
        NO_WAY
    }

    private final Fault fault;

    NotDelivered(Fault fault, Throwable cause) {
        super(MailFailure.describe(cause), cause);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    /** The reason, without any address. */
    String reason() {
        return getMessage();
    }
}
