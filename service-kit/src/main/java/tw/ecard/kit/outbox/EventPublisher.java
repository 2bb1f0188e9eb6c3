package tw.ecard.kit.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import tw.ecard.kit.topic.EventTopics;

/** Sends a batch of events to Kafka, keyed by their subject, and waits until the broker has them. */
@ApplicationScoped
class EventPublisher {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final EventTopics topics;
    private final Map<String, Object> settings = new HashMap<>();
    private KafkaProducer<String, String> producer;

    EventPublisher(
            OutboxConfig config,
            EventTopics topics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.topics = topics;
        int timeout = (int) config.deliveryTimeout().toMillis();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) timeout);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    }

    /** Gives the events that the broker acknowledged: all, or those before the first failure. */
    List<RecordedEvent> publish(List<RecordedEvent> events) {
        List<RecordedEvent> sent = new ArrayList<>();
        try {
            List<Future<RecordMetadata>> answers = send(events);
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
                sent.add(events.get(sent.size()));
            }
        } catch (ExecutionException e) {
            LOG.warnf("the broker did not take an event: %s", e.getCause());
            // After a failed send the producer may hold later events of the batch: a new one starts clean.
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sent;
    }

    private List<Future<RecordMetadata>> send(List<RecordedEvent> events) {
        List<Future<RecordMetadata>> answers = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            topics.ensure(event.topic());
            ProducerRecord<String, String> message = new ProducerRecord<>(event.topic(), event.subject(), event.body());
            message.headers().add("content-type", CONTENT_TYPE);
            answers.add(producer().send(message));
        }
        return answers;
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
