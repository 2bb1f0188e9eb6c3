package tw.ecard.kit.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import tw.ecard.kit.topic.EventTopics;

/**
 * Sends a batch of events to Kafka, keyed by their subject, and waits until the broker has them. Used by one thread at
 * a time.
 */
@ApplicationScoped
class EventPublisher {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final EventTopics topics;
    private final Duration timeout;
    private final Map<String, Object> settings = new HashMap<>();
    private KafkaProducer<String, String> producer;

    EventPublisher(
            OutboxConfig config,
            EventTopics topics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.topics = topics;
        this.timeout = config.deliveryTimeout();
        int millis = (int) timeout.toMillis();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A new partition takes any sequence number for the first: of two requests under way, the second could be it.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis);
        // Longer than anybody waits: a producer that gave one event up by itself would go on with the next.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10 * millis);
    }

    /** Gives the events that the broker acknowledged: all, or those before the first failure. */
    List<RecordedEvent> publish(List<RecordedEvent> events) {
        List<RecordedEvent> acknowledged = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            for (Future<RecordMetadata> answer : send(events)) {
                answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                acknowledged.add(events.get(acknowledged.size()));
            }
        } catch (ExecutionException e) {
            startAfresh(e.getCause());
        } catch (TimeoutException e) {
            startAfresh(e);
        } catch (InterruptedException e) {
            startAfresh(e);
            Thread.currentThread().interrupt();
        }
        return acknowledged;
    }

    /** Hands the events to the producer, up to the first that it does not take. */
    private List<Future<RecordMetadata>> send(List<RecordedEvent> events) {
        List<Future<RecordMetadata>> answers = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            Future<RecordMetadata> answer = send(event);
            answers.add(answer);
            if (answer instanceof CompletableFuture<?> failed && failed.isCompletedExceptionally()) {
                break;
            }
        }
        return answers;
    }

    private Future<RecordMetadata> send(RecordedEvent event) {
        try {
            topics.ensure(event.topic(), timeout);
            ProducerRecord<String, String> message = new ProducerRecord<>(event.topic(), event.subject(), event.body());
            message.headers().add("content-type", CONTENT_TYPE);
            AtomicReference<Exception> refused = new AtomicReference<>();
            Future<RecordMetadata> answer = producer().send(message, (metadata, failure) -> refused.set(failure));
            // A producer that cannot find the broker blocks and then answers at once; nothing is sent after that.
            return refused.get() == null ? answer : CompletableFuture.failedFuture(refused.get());
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The producer may hold later events of the batch, and the topics may be gone: the next batch trusts neither. */
    private void startAfresh(Throwable cause) {
        LOG.debugf(cause, "the broker did not take an event");
        topics.forget();
        close();
    }

    private KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
