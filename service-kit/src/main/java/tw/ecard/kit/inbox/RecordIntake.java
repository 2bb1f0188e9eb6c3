package tw.ecard.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.MalformedEvent;
import tw.ecard.kit.event.ReceivedEvent;

/**
 * Takes one record from the broker: its effect, or a dead letter, is in the database when it is taken. Only a database
 * that is away keeps a record from being taken.
 */
class RecordIntake {

    private static final Logger LOG = Logger.getLogger(RecordIntake.class);

    private final EventCodec codec;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final int attempts;
    private final Map<TopicPartition, Failures> failures = new ConcurrentHashMap<>();
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    RecordIntake(EventCodec codec, Inbox inbox, DeadLetters deadLetters, int attempts) {
        this.codec = codec;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.attempts = attempts;
    }

    /** Gives false when the record has to be tried again later. */
    boolean take(ConsumerRecord<String, byte[]> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        byte[] value = message.value() == null ? new byte[0] : message.value();
        String body = new String(value, StandardCharsets.UTF_8);
        try {
            takeOrBury(message, value, body, partition);
            failures.remove(partition);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("record %d of %s is tried again: %s", message.offset(), partition, e.getMessage());
            LOG.debug("why", e);
            return false;
        }
    }

    private void takeOrBury(
            ConsumerRecord<String, byte[]> message, byte[] value, String body, TopicPartition partition) {
        ReceivedEvent event = null;
        try {
            event = codec.decode(message.topic(), value);
            inbox.receive(event, body);
        } catch (MalformedEvent e) {
            LOG.errorf(e, "record %d of %s is no event: dead letter", message.offset(), partition);
            deadLetters.unreadable(message.topic(), body, e);
        } catch (EventNotApplied e) {
            Failures soFar = failures.merge(partition, new Failures(message.offset(), 1), Failures::and);
            if (soFar.count() < attempts) {
                throw e;
            }
            LOG.errorf(e, "record %d of %s: dead letter after %d tries", message.offset(), partition, attempts);
            deadLetters.record(e, event, body);
        }
    }

    /**
     * Goes on where somebody stopped between an event and those that waited for it: a crash, or a database that went away.
     *
     * @throws RuntimeException when it is to be tried again later
     */
    void resume(String topic) {
        try {
            inbox.resume(topic);
        } catch (EventNotApplied e) {
            String event = e.subject() + " " + e.sequence();
            if (waiting.merge(event, 1, Integer::sum) < attempts) {
                throw e;
            }
            waiting.remove(event);
            LOG.errorf(e, "an event that had come before: dead letter after %d tries", attempts);
            deadLetters.record(e);
            resume(topic);
        }
    }

    /** Goes on so if there is something to go on with; while it does not work, records are taken all the same. */
    void resumeIfLeft(String topic) {
        if (inbox.hasLeft(topic)) {
            try {
                resume(topic);
            } catch (RuntimeException e) {
                LOG.warnf("what waits in %s is tried again: %s", topic, e.getMessage());
            }
        }
    }

    /** How often in a row the record at the offset failed. */
    private record Failures(long offset, int count) {

        Failures and(Failures next) {
            return next.offset == offset ? new Failures(offset, count + 1) : next;
        }
    }
}
