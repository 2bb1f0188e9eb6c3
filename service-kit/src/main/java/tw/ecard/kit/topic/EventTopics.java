package tw.ecard.kit.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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
import org.apache.kafka.common.Uuid;
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
        if (!known.contains(topic)) {
            identities(List.of(topic), timeout);
        }
    }

    /**
     * The broker's own id of each topic; those that are missing are made. A topic made anew has another id.
     *
     * @throws KafkaException when the broker cannot be reached within the time
     */
    public Map<String, String> identities(Collection<String> topics, Duration timeout) {
        try (Admin admin = admin(timeout)) {
            Map<String, String> identities = new HashMap<>();
            for (String topic : topics) {
                identities.put(topic, identity(admin, topic, timeout).toString());
                known.add(topic);
            }
            return identities;
        }
    }

    /** Looks again for every topic at its next use: a broker that failed may have come back empty. */
    public void forget() {
        known.clear();
    }

    private Uuid identity(Admin admin, String topic, Duration timeout) {
        try {
            return make(admin, topic, timeout);
        } catch (ExecutionException e) {
            throw new KafkaException("topic " + topic + " could not be made", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("topic " + topic + " could not be made in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private Uuid make(Admin admin, String topic, Duration timeout)
            throws ExecutionException, TimeoutException, InterruptedException {
        NewTopic wanted = new NewTopic(topic, config.partitions(), config.replicas());
        try {
            return admin.createTopics(List.of(wanted)).topicId(topic).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .topicId();
        }
    }

    private Admin admin(Duration timeout) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis() / 2));
    }
}
