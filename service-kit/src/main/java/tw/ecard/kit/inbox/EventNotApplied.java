package tw.ecard.kit.inbox;

/** A handler failed; names the event that failed, which need not be the one just received. */
class EventNotApplied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final String subject;
    private final long sequence;
    private final String body;

    EventNotApplied(String topic, String subject, long sequence, String body, Throwable cause) {
        super("event %d of %s on %s was not applied".formatted(sequence, subject, topic), cause);
        this.topic = topic;
        this.subject = subject;
        this.sequence = sequence;
        this.body = body;
    }

    String topic() {
        return topic;
    }

    String subject() {
        return subject;
    }

    long sequence() {
        return sequence;
    }

    String body() {
        return body;
    }
}
