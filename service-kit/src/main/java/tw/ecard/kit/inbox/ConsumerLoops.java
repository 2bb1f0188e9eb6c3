package tw.ecard.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.topic.EventTopics;

/** Starts one consumer a subscribed topic, and ends them with the service. */
@Startup
@ApplicationScoped
class ConsumerLoops {

    private final List<ConsumerLoop> loops;
    private final boolean enabled;

    ConsumerLoops(
            Instance<EventSubscription> subscriptions,
            ConsumerConfig config,
            EventTopics topics,
            EventCodec codec,
            Inbox inbox,
            DeadLetters deadLetters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String serviceName) {
        ConsumerSettings settings = new ConsumerSettings(bootstrapServers, serviceName, config);
        RecordIntake intake = new RecordIntake(codec, inbox, deadLetters, config.attempts());
        this.enabled = config.enabled();
        this.loops = subscriptions.stream().map(EventSubscription::topic).distinct().toList().stream()
                .map(topic -> new ConsumerLoop(topic, settings, topics, intake))
                .collect(Collectors.toUnmodifiableList());
    }

    @PostConstruct
    void start() {
        if (enabled) {
            loops.forEach(ConsumerLoop::start);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(ConsumerLoop::stop);
        for (ConsumerLoop loop : loops) {
            loop.awaitEnd();
        }
    }
}
