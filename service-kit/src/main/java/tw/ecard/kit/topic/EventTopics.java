package tw.ecard.kit.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a topic where it is missing. */
@ApplicationScoped
public class EventTopics {

    private final TopicConfig config;
    private final String bootstrapServers;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    EventTopics(TopicConfig config, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.config = config;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Returns when the topic exists.
     *
     * @throws KafkaException when the broker cannot be reached within the time
     */
    public void ensure(String topic, Duration timeout) {
        if (known.contains(topic)) {
            return;
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis() / 2))) {
            admin.createTopics(List.of(new NewTopic(topic, config.partitions(), config.replicas())))
                    .all()
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topic " + topic + " could not be made", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("topic " + topic + " could not be made in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
        known.add(topic);
    }

    /** Looks again for every topic at its next use: a broker that failed may have come back empty. */
    public void forget() {
        known.clear();
    }
}
