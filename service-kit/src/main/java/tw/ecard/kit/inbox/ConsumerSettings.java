package tw.ecard.kit.inbox;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Opens consumers of the service's group; offsets are committed by hand, after the effect. */
record ConsumerSettings(String bootstrapServers, String group, tw.ecard.kit.inbox.ConsumerConfig config) {

    private static final int HEARTBEATS_A_SESSION = 3;
    /** When a replica comes or goes the group waits for each member to take what it polled: that is to be seconds. */
    private static final int RECORDS_A_POLL = 50;

    KafkaConsumer<String, byte[]> open() {
        int session = (int) config.sessionTimeout().toMillis();
        return new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                RECORDS_A_POLL,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                session,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                session / HEARTBEATS_A_SESSION));
    }

    Duration pause() {
        return config.pauseBetweenAttempts();
    }
}
