package tw.ecard.kit.testapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, as an outsider would. */
public final class TopicReader implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final List<Event> events = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    public TopicReader(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        Waiting.until("topic " + topic, () -> consumer.listTopics().containsKey(topic));
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
    }

    /** One record, its key and the envelope. */
    public record Event(String key, JsonNode envelope) {

        public long sequence() {
            return envelope.at("/data/sequence").asLong();
        }
    }

    /** Everything so far, in the order of each partition. */
    public List<Event> read() {
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
            try {
                events.add(new Event(message.key(), json.readTree(message.value())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return events;
    }

    /** Reads until there are as many. */
    public List<Event> await(int count) {
        Waiting.until(count + " events", () -> read().size() >= count);
        return events;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
