package tw.ecard.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.MalformedEvent;
import tw.ecard.kit.event.ReceivedEvent;

/**
 * Takes events that Kafka did not deliver and somebody asked their recorder for. They have the ids of their recording:
 * whichever comes first takes effect, and the other is passed over.
 */
@ApplicationScoped
public class FetchedEvents {

    private static final Logger LOG = Logger.getLogger(FetchedEvents.class);

    private final EventCodec codec;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final ConsumerConfig config;

    FetchedEvents(EventCodec codec, Inbox inbox, DeadLetters deadLetters, ConsumerConfig config) {
        this.codec = codec;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.config = config;
    }

    /**
     * Keeps and applies the event like one from the topic; what fails as often as configured is a dead letter.
     *
     * @throws MalformedEvent when it cannot be read, or another event has its place; nothing is kept then
     * @throws RuntimeException when the database failed: the same may go well later
     */
    public void take(String topic, String body) {
        ReceivedEvent event = codec.decode(topic, body.getBytes(StandardCharsets.UTF_8));
        for (int tries = 1; !taken(event, body, tries); tries++) {
            LOG.debugf("fetched event %s is tried again", event.id());
        }
    }

    private boolean taken(ReceivedEvent event, String body, int tries) {
        try {
            inbox.receive(event, body);
            return true;
        } catch (EventNotApplied e) {
            if (tries < config.attempts()) {
                return false;
            }
            LOG.errorf(e, "fetched event %s: dead letter after %d tries", event.id(), tries);
            deadLetters.record(e, event, body);
            return true;
        }
    }
}
