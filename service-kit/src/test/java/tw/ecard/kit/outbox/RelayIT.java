package tw.ecard.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.testapp.Infrastructure;
import tw.ecard.kit.testapp.TopicReader;
import tw.ecard.kit.testapp.Waiting;
import tw.ecard.kit.topic.EventTopics;
import tw.ecard.kit.topic.TopicsAt;
import tw.ecard.localstack.kafka.KafkaBroker;
import tw.ecard.localstack.process.Ports;

/** Relays built by hand on one database, as replicas are, while the application's own rests. */
@QuarkusTest
@TestProfile(RelayIT.OwnDatabaseWithoutRelay.class)
@QuarkusTestResource(
        value = Infrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "relay"),
        restrictToAnnotatedClass = true)
class RelayIT {

    public static class OwnDatabaseWithoutRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ecard.outbox.relay-enabled", "false", "ecard.consumer.enabled", "false");
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final List<OutboxRelay> relays = new ArrayList<>();
    private final List<EventPublisher> publishers = new ArrayList<>();
    private final String topic = "relay-" + UUID.randomUUID();

    record Data(int number) {}

    private record Config(
            boolean relayEnabled,
            Duration pollInterval,
            int batchSize,
            Duration deliveryTimeout,
            Duration topicCheckInterval,
            Duration resendWindow)
            implements OutboxConfig {}

    @AfterEach
    void stop() throws InterruptedException {
        for (OutboxRelay relay : relays) {
            relay.stop(new ShutdownEvent());
        }
        publishers.forEach(EventPublisher::close);
        sql.update("DELETE FROM outbox");
        sql.update("DELETE FROM outbox_topic");
    }

    @Test
    void two_relays_at_once_never_send_out_of_order_and_nothing_twice() {
        startPatiently();
        startPatiently();
        for (int n = 0; n < 300; n++) {
            append("s" + n % 3);
            relays.get(n % 2).wake();
        }
        try (TopicReader reader = new TopicReader(kafka, topic)) {
            assertThat(sequences(reader.await(300)))
                    .hasSize(3)
                    .allSatisfy((subject, numbers) -> assertThat(numbers).containsExactlyElementsOf(upTo(100)));
        }
    }

    @Test
    void a_broker_that_goes_away_and_comes_back_costs_no_event_and_no_order(@TempDir Path directory) {
        int port = Ports.free();
        KafkaBroker broker = KafkaBroker.start(directory, port);
        OutboxRelay relay = start(broker.bootstrapServers());
        append(relay, 10);
        awaitSent(10);
        broker.close();
        append(relay, 10);
        // Long enough for a failed attempt, with the topic known and metadata at hand.
        Waiting.until("the relay noticed", relay::isStuck);
        append(relay, 10);
        assertThat(sent()).isEqualTo(10);
        broker = KafkaBroker.start(directory, port);
        try (TopicReader reader = new TopicReader(broker.bootstrapServers(), topic)) {
            awaitSent(30);
            assertThat(firstDeliveries(reader, 30)).containsExactlyElementsOf(upTo(30));
        } finally {
            broker.close();
        }
    }

    @Test
    void a_broker_that_comes_back_empty_gets_what_it_had_and_then_what_is_new(
            @TempDir Path before, @TempDir Path after) {
        int port = Ports.free();
        KafkaBroker broker = KafkaBroker.start(before, port);
        OutboxRelay relay = start(broker.bootstrapServers());
        append(relay, 10);
        awaitSent(10);
        broker.close();
        append(relay, 1);
        Waiting.until("the relay noticed", relay::isStuck);
        broker = KafkaBroker.start(after, port);
        try (TopicReader reader = new TopicReader(broker.bootstrapServers(), topic)) {
            assertThat(firstDeliveries(reader, 11)).containsExactlyElementsOf(upTo(11));
            awaitSent(11);
        } finally {
            broker.close();
        }
    }

    @Test
    void a_broker_that_comes_back_empty_while_nothing_is_to_be_sent_gets_what_it_had(
            @TempDir Path before, @TempDir Path after) {
        int port = Ports.free();
        KafkaBroker broker = KafkaBroker.start(before, port);
        start(broker.bootstrapServers());
        append(relays.get(0), 10);
        awaitSent(10);
        broker.close();
        broker = KafkaBroker.start(after, port);
        try (TopicReader reader = new TopicReader(broker.bootstrapServers(), topic)) {
            assertThat(firstDeliveries(reader, 10)).containsExactlyElementsOf(upTo(10));
        } finally {
            broker.close();
        }
    }

    @Test
    void what_a_lost_topic_had_longer_ago_than_kafka_keeps_it_is_not_sent_again(
            @TempDir Path before, @TempDir Path after) {
        int port = Ports.free();
        KafkaBroker broker = KafkaBroker.start(before, port);
        start(broker.bootstrapServers());
        append(relays.get(0), 2);
        awaitSent(2);
        sql.update(
                "UPDATE outbox SET sent_at = ? WHERE topic = ? AND id = (SELECT min(id) FROM outbox WHERE topic = ?)",
                clock.instant().minus(Duration.ofDays(8)),
                topic,
                topic);
        broker.close();
        broker = KafkaBroker.start(after, port);
        try (TopicReader reader = new TopicReader(broker.bootstrapServers(), topic)) {
            assertThat(firstDeliveries(reader, 1)).containsExactly(2L);
        } finally {
            broker.close();
        }
    }

    @Test
    void another_relay_of_the_same_database_finds_the_topic_as_it_was_and_sends_nothing_again() {
        startPatiently();
        append(relays.get(0), 3);
        awaitSent(3);
        OutboxRelay second = startPatiently();
        append(second, 1);
        awaitSent(4);
        try (TopicReader reader = new TopicReader(kafka, topic)) {
            assertThat(reader.await(4)).extracting(TopicReader.Event::sequence).containsExactlyElementsOf(upTo(4));
        }
    }

    @Test
    void a_relay_without_a_broker_stops_when_it_is_told_to() throws InterruptedException {
        OutboxRelay relay = start("127.0.0.1:" + Ports.free());
        append(relay, 1);
        Waiting.until("the relay noticed", relay::isStuck);
        long told = System.nanoTime();
        relay.stop(new ShutdownEvent());
        assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(5));
    }

    /** Its patience is short: the broker will go away. */
    private OutboxRelay start(String bootstrapServers) {
        return start(bootstrapServers, Duration.ofSeconds(2));
    }

    /** What the broker takes is sent once: the relay waits for the answer, however long the machine is busy. */
    private OutboxRelay startPatiently() {
        return start(kafka, Duration.ofMinutes(1));
    }

    private OutboxRelay start(String bootstrapServers, Duration deliveryTimeout) {
        Config config =
                new Config(true, Duration.ZERO, 50, deliveryTimeout, Duration.ofMillis(500), Duration.ofDays(7));
        EventTopics topics = TopicsAt.broker(bootstrapServers);
        EventPublisher publisher = new EventPublisher(config, topics, bootstrapServers);
        publishers.add(publisher);
        RelayLock lock = new RelayLock(config, sql);
        FilledTopics filled = new FilledTopics(sql, topics, config, clock, lock);
        OutboxRelay relay = new OutboxRelay(config, sql, clock, publisher, lock, filled);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void append(OutboxRelay relay, int times) {
        for (int n = 0; n < times; n++) {
            append("subject");
        }
        relay.wake();
    }

    private void append(String subject) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new NewEvent(topic, subject, "tw.ecard.test.v1", new Data(1))));
    }

    private void awaitSent(int count) {
        Waiting.until(count + " sent", () -> sent() == count);
    }

    private long sent() {
        return sql.number("SELECT count(*) FROM outbox WHERE topic = ? AND sent_at IS NOT NULL", topic);
    }

    /** What consumers see: an event delivered again is passed over. */
    private static List<Long> firstDeliveries(TopicReader reader, int distinct) {
        Set<Long> seen = new HashSet<>();
        Waiting.until(
                distinct + " events",
                () -> reader.read().stream()
                                .map(TopicReader.Event::sequence)
                                .distinct()
                                .count()
                        >= distinct);
        return reader.read().stream()
                .map(TopicReader.Event::sequence)
                .filter(seen::add)
                .toList();
    }

    private static Map<String, List<Long>> sequences(List<TopicReader.Event> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        TopicReader.Event::key, Collectors.mapping(TopicReader.Event::sequence, Collectors.toList())));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
