package tw.ecard.kit.event;

/** What came is no event that can be read; trying again will not help. Its message quotes nothing of the event. */
public class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEvent(String message) {
        super(message);
    }
}
