package tw.ecard.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.testapp.AppliedEvents;
import tw.ecard.kit.testapp.AppliedEvents.Failure;
import tw.ecard.kit.testapp.Calls;
import tw.ecard.kit.testapp.Infrastructure;
import tw.ecard.kit.testapp.TopicReader;
import tw.ecard.kit.testapp.Waiting;
import tw.ecard.kit.topic.TopicsAt;

/** Events through the broker, taken by the application's own consumer. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ConsumersIT {

    /** Longer than anything is waited for here. */
    private static final Duration SESSION = Duration.ofSeconds(60);

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    EventCodec codec;

    @Inject
    AppliedEvents applied;

    @Inject
    Sql sql;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final String subject = UUID.randomUUID().toString();
    private KafkaProducer<String, String> producer;

    private record Config(boolean enabled, int attempts, Duration pauseBetweenAttempts, Duration sessionTimeout)
            implements ConsumerConfig {}

    @BeforeEach
    void open() {
        producer =
                new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        producer.close();
        applied.heal();
        sql.update("UPDATE dead_letter SET replayed_at = failed_at WHERE replayed_at IS NULL");
    }

    @Test
    void duplicates_and_events_out_of_order_are_applied_once_and_in_order() {
        List<String> events =
                LongStream.rangeClosed(1, 5).mapToObj(n -> event(subject, n)).toList();
        for (int n : new int[] {0, 2, 2, 4, 1, 0, 3, 4}) {
            send(subject, events.get(n));
        }
        awaitApplied(subject, 5);
        assertThat(applied.of(subject)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void after_three_tries_an_event_is_a_dead_letter_and_only_its_own_subject_waits() {
        String other = UUID.randomUUID().toString();
        applied.fail(subject, 1, Failure.AT_ONCE);
        send(subject, event(subject, 1));
        send(subject, event(subject, 2));
        send(other, event(other, 1));
        awaitApplied(other, 1);
        Waiting.until("a dead letter", () -> !letters().isEmpty());
        assertThat(applied.tries(subject, 1)).isEqualTo(3);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.sequence()).isOne();
            assertThat(letter.cause()).isEqualTo("IllegalStateException: this event does not suit");
        });
        Waiting.until(
                "the second is kept", () -> sql.number("SELECT count(*) FROM inbox WHERE subject = ?", subject) == 2);
        assertThat(applied.of(subject)).isEmpty();
        try (TopicReader letters = new TopicReader(kafka, AppliedEvents.TOPIC + ".dlq")) {
            Waiting.until(
                    "the letter on its topic",
                    () -> letters.read().stream()
                            .anyMatch(letter -> letter.key().equals(subject)));
        }
        applied.heal();
        deadLetters.replay(letters().get(0).id());
        assertThat(applied.of(subject)).containsExactly(1L, 2L);
    }

    @Test
    void an_event_that_fails_only_when_its_transaction_commits_is_a_dead_letter_too() {
        applied.fail(subject, 1, Failure.AT_COMMIT);
        send(subject, event(subject, 1));
        Waiting.until("a dead letter", () -> !letters().isEmpty());
        assertThat(applied.tries(subject, 1)).isEqualTo(3);
    }

    @Test
    void a_record_that_is_no_event_is_a_dead_letter_and_the_next_is_applied() {
        String garbage = "garbage " + subject;
        send(subject, garbage);
        send(subject, null);
        send(subject, event(subject, 1));
        awaitApplied(subject, 1);
        assertThat(sql.number("SELECT count(*) FROM dead_letter WHERE subject IS NULL AND body = ?", garbage))
                .isOne();
    }

    /** As a serializer of another kind writes, and as no text in the database can be. */
    @Test
    void a_record_with_a_zero_in_it_does_not_stop_what_comes_behind() {
        send(subject, "\0binary " + subject);
        send(subject, event(subject + "\0", 1));
        send(subject, event(subject, 1));
        awaitApplied(subject, 1);
        assertThat(sql.number(
                        "SELECT count(*) FROM dead_letter WHERE subject IS NULL AND body = ?",
                        "\uFFFDbinary " + subject))
                .isOne();
        assertThat(sql.number(
                        "SELECT count(*) FROM dead_letter WHERE subject IS NULL AND body LIKE ?",
                        "%" + subject + "%u0000%"))
                .isOne();
    }

    @Test
    void a_consumer_started_again_gets_nothing_twice_and_misses_nothing() throws InterruptedException {
        String topic = "restart-" + subject;
        CountingIntake intake = new CountingIntake();
        ConsumerLoop first = loop(topic, intake);
        first.start();
        LongStream.rangeClosed(1, 20).forEach(n -> send(topic, subject, event(subject, n)));
        Waiting.until("20 taken", () -> intake.taken() == 20);
        first.stop();
        first.awaitEnd();
        send(topic, subject, event(subject, 21));
        ConsumerLoop second = loop(topic, intake);
        second.start();
        // Before the session of the first runs out: it has left the group.
        Waiting.until("the last taken", () -> intake.taken() >= 21);
        send(topic, subject, event(subject, 22));
        Waiting.until("one more", () -> intake.taken() >= 22);
        second.stop();
        second.awaitEnd();
        assertThat(intake.taken()).isEqualTo(22);
    }

    @Test
    void a_record_that_cannot_be_taken_now_is_offered_again_and_nothing_overtakes_it() throws InterruptedException {
        String topic = "again-" + subject;
        CountingIntake intake = new CountingIntake();
        intake.refuse(3);
        ConsumerLoop loop = loop(topic, intake);
        loop.start();
        LongStream.rangeClosed(1, 5).forEach(n -> send(topic, subject, event(subject, n)));
        Waiting.until("5 taken", () -> intake.taken() == 5);
        loop.stop();
        loop.awaitEnd();
        assertThat(intake.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    private ConsumerLoop loop(String topic, RecordIntake intake) {
        Config config = new Config(true, 3, Duration.ofMillis(50), SESSION);
        ConsumerSettings settings = new ConsumerSettings(kafka, "restart-" + subject, config);
        return new ConsumerLoop(topic, settings, TopicsAt.broker(kafka), intake);
    }

    private List<DeadLetter> letters() {
        return deadLetters.open().stream()
                .filter(letter -> subject.equals(letter.subject()))
                .toList();
    }

    private void awaitApplied(String subject, int count) {
        Waiting.until(count + " applied", () -> applied.of(subject).size() >= count);
    }

    private void send(String key, String event) {
        send(AppliedEvents.TOPIC, key, event);
    }

    private void send(String topic, String key, String event) {
        producer.send(new ProducerRecord<>(topic, key, event));
        producer.flush();
    }

    private String event(String subject, long sequence) {
        NewEvent event = new NewEvent(AppliedEvents.TOPIC, subject, "tw.ecard.test.v1", new AppliedEvents.Data("one"));
        return codec.encode(event, UUID.randomUUID(), sequence, Calls.now());
    }
}
