package tw.ecard.registration.person;

/** One of the people is known already; the transaction is lost. */
public class PersonTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PersonTaken() {
        super("somebody in the roster is known already", null, false, false);
    }
}
