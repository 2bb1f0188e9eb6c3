package tw.ecard.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.Waiting;

class KafkaBrokerIT {

    @TempDir
    Path directory;

    @Test
    void a_record_survives_a_restart_on_another_port() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory, Ports.free());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
        }
        try (KafkaBroker broker = KafkaBroker.start(directory, Ports.free());
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "group.id", "reader",
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            List<String> values = new ArrayList<>();
            // One poll may end before the group is formed.
            Waiting.until(Duration.ofMinutes(1), () -> {
                consumer.poll(Duration.ofSeconds(1)).forEach(found -> values.add(found.value()));
                return !values.isEmpty();
            });
            assertThat(values).containsExactly("value");
        }
    }
}
