package tw.ecard.benchmarks.queueing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer with the settings of the services' relay, which sends what it is given and waits for the last answer. */
final class RawProducer implements AutoCloseable {

    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final KafkaProducer<String, String> producer;

    RawProducer(String bootstrapServers) {
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.LINGER_MS_CONFIG,
                0));
    }

    /** Sends the event once to each subject. @return seconds until the broker had them all */
    double send(String topic, List<UUID> subjects, String event) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        List<Future<RecordMetadata>> answers = new ArrayList<>(subjects.size());
        for (UUID subject : subjects) {
            ProducerRecord<String, String> message = new ProducerRecord<>(topic, subject.toString(), event);
            message.headers().add("content-type", CONTENT_TYPE);
            answers.add(producer.send(message));
        }
        for (Future<RecordMetadata> answer : answers) {
            answer.get();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
