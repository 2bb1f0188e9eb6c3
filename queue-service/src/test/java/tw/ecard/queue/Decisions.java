package tw.ecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Listens to what the service says on Kafka; everything that comes has to fit its schema under {@code contracts}. What
 * comes again, as the relay may send it after a slow answer of the broker, counts once, as it does for every receiver.
 */
final class Decisions {

    private static final Path SCHEMAS = Path.of("../contracts/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> known = new HashSet<>();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private volatile Throwable deaf;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    Decisions(String bootstrapServers) {
        Thread listener = new Thread(() -> listen(bootstrapServers), "decisions");
        listener.setUncaughtExceptionHandler((thread, cause) -> deaf = cause);
        listener.setDaemon(true);
        listener.start();
    }

    /** The data of every event of this type about the application or lane, each checked against its schema. */
    List<JsonNode> of(String subject, String type) {
        assertThat(deaf).as("why nothing is heard any more").isNull();
        return heard.stream()
                .filter(event -> event.path("subject").asText().equals(subject))
                .filter(event -> event.path("type").asText().equals(type))
                .peek(this::mustFitItsSchema)
                .map(event -> event.path("data"))
                .toList();
    }

    private void mustFitItsSchema(JsonNode event) {
        assertThat(problems("envelope", event)).isEmpty();
        assertThat(problems(event.path("type").asText(), event.path("data"))).isEmpty();
    }

    private List<String> problems(String schema, JsonNode node) {
        try {
            String text = Files.readString(SCHEMAS.resolve(schema + ".schema.json"));
            return schemas.getSchema(text).validate(node).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(String bootstrapServers) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "tests-" + UUID.randomUUID(),
                        "metadata.max.age.ms",
                        500,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("ecard.decisions.v1"));
            while (true) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode event = JSON.readTree(message.value());
                    assertThat(message.key())
                            .isEqualTo(event.path("partitionkey").asText());
                    if (known.add(event.path("id").asText())) {
                        heard.add(event);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
