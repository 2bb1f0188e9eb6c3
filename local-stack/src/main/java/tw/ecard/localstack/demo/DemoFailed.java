package tw.ecard.localstack.demo;

/** The demo could not go on; the message says at which step and what came back instead. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
