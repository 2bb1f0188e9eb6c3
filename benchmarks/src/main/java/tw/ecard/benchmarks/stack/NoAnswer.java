package tw.ecard.benchmarks.stack;

/** The service did not do what it was asked to, or not in time, or has ended. */
public final class NoAnswer extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
        super(message);
    }
}
