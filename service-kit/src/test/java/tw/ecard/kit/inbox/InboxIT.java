package tw.ecard.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.MalformedEvent;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.testapp.AppliedEvents;
import tw.ecard.kit.testapp.AppliedEvents.Failure;
import tw.ecard.kit.testapp.Calls;
import tw.ecard.kit.testapp.Infrastructure;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class InboxIT {

    @Inject
    ConsumerConfig config;

    @Inject
    DeadLetters deadLetters;

    @Inject
    EventCodec codec;

    @Inject
    AppliedEvents applied;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    Instance<EventSubscription> subscriptions;

    private final String subject = UUID.randomUUID().toString();
    private Inbox inbox;
    private FetchedEvents fetched;

    /** Another replica's: the application's own looks for what is left in the application's. */
    @BeforeEach
    void anotherReplica() {
        inbox = new Inbox(sql, codec, clock, subscriptions);
        fetched = new FetchedEvents(codec, inbox, deadLetters, config);
    }

    @AfterEach
    void heal() {
        applied.heal();
        sql.update("UPDATE dead_letter SET replayed_at = failed_at WHERE replayed_at IS NULL");
    }

    @Test
    void an_event_delivered_again_is_applied_once() {
        String event = event(1);
        receive(event);
        receive(event);
        assertThat(applied.of(subject)).containsExactly(1L);
    }

    @Test
    void an_event_that_comes_early_waits_for_its_predecessors() {
        receive(event(3));
        receive(event(2));
        assertThat(applied.of(subject)).isEmpty();
        receive(event(1));
        assertThat(applied.of(subject)).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_order_with_repetitions_by_four_threads_is_applied_once_and_in_order(long seed) {
        List<String> deliveries = new ArrayList<>();
        LongStream.rangeClosed(1, 30).mapToObj(this::event).forEach(event -> {
            deliveries.add(event);
            deliveries.add(event);
        });
        Collections.shuffle(deliveries, new Random(seed));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            deliveries.stream()
                    .map(event -> CompletableFuture.runAsync(() -> receive(event), pool))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
        assertThat(applied.of(subject))
                .as("seed %d", seed)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void another_event_with_a_number_that_is_taken_is_no_event_and_is_not_passed_over_in_silence() {
        receive(event(1));
        assertThatThrownBy(() -> receive(event(1))).isInstanceOf(MalformedEvent.class);
        assertThat(applied.of(subject)).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"AT_ONCE", "AT_COMMIT"})
    void an_event_that_fails_leaves_no_effect_and_names_itself(Failure how) {
        applied.fail(subject, 2, how);
        receive(event(1));
        assertThatThrownBy(() -> receive(event(2)))
                .isInstanceOfSatisfying(
                        EventNotApplied.class, e -> assertThat(e.sequence()).isEqualTo(2));
        assertThat(applied.of(subject)).containsExactly(1L);
    }

    /** However often: a database that restarts takes longer than a few tries. */
    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_LOST", "CONNECTION_LOST_AT_COMMIT"})
    void a_database_that_goes_away_under_an_event_is_not_the_events_fault(Failure how) {
        String event = event(1);
        applied.fail(subject, 1, how);
        RecordIntake intake = intake();
        for (int tries = 0; tries < 4; tries++) {
            assertThat(intake.take(record(event))).isFalse();
        }
        assertThat(open()).isEmpty();
        applied.heal();
        assertThat(intake.take(record(event))).isTrue();
        assertThat(applied.of(subject)).containsExactly(1L);
    }

    @Test
    void what_waits_for_an_event_is_looked_for_when_nobody_knows_whether_that_was_committed() {
        applied.fail(subject, 1, Failure.CONNECTION_LOST_AT_COMMIT);
        assertThat(inbox.hasLeft(AppliedEvents.TOPIC)).isFalse();
        assertThat(intake().take(record(event(1)))).isFalse();
        assertThat(inbox.hasLeft(AppliedEvents.TOPIC)).isTrue();
    }

    @Test
    void what_waited_over_a_restart_is_no_dead_letter_because_the_database_goes_away_once_more() {
        leaveWaiting(event(2), Failure.CONNECTION_LOST);
        assertThatThrownBy(() -> intake().resume(AppliedEvents.TOPIC)).isInstanceOf(RuntimeException.class);
        assertThat(open()).isEmpty();
        applied.heal();
        intake().resume(AppliedEvents.TOPIC);
        assertThat(applied.of(subject)).containsExactly(1L, 2L);
    }

    @Test
    void what_waited_for_an_event_is_taken_up_soon_when_the_database_went_away_in_between() {
        receive(event(2));
        applied.fail(subject, 2, Failure.CONNECTION_LOST);
        assertThatThrownBy(() -> fetched.take(AppliedEvents.TOPIC, event(1))).isInstanceOf(RuntimeException.class);
        assertThat(applied.of(subject)).containsExactly(1L);
        RecordIntake intake = intake();
        intake.resumeIfLeft(AppliedEvents.TOPIC);
        assertThat(applied.of(subject)).as("it is still away").containsExactly(1L);
        applied.heal();
        intake.resumeIfLeft(AppliedEvents.TOPIC);
        assertThat(applied.of(subject)).containsExactly(1L, 2L);
        assertThat(open()).isEmpty();
    }

    @Test
    void what_waited_and_fails_by_itself_is_a_dead_letter_after_three_tries() {
        leaveWaiting(event(2), Failure.AT_ONCE);
        RecordIntake intake = intake();
        for (int tries = 1; tries < 3; tries++) {
            assertThatThrownBy(() -> intake.resume(AppliedEvents.TOPIC)).isInstanceOf(EventNotApplied.class);
            assertThat(open()).isEmpty();
        }
        intake.resume(AppliedEvents.TOPIC);
        assertThat(open()).extracting(DeadLetter::sequence).containsExactly(2L);
    }

    @Test
    void a_fetched_event_is_no_dead_letter_because_the_database_goes_away() {
        String event = event(1);
        applied.fail(subject, 1, Failure.CONNECTION_LOST);
        assertThatThrownBy(() -> fetched.take(AppliedEvents.TOPIC, event)).isInstanceOf(RuntimeException.class);
        assertThat(open()).isEmpty();
        applied.heal();
        fetched.take(AppliedEvents.TOPIC, event);
        assertThat(applied.of(subject)).containsExactly(1L);
    }

    @Test
    void what_waits_behind_a_dead_letter_is_applied_in_order_when_it_is_replayed() {
        DeadLetter letter = deadLetterOf(1);
        receive(event(2));
        receive(event(3));
        assertThat(applied.of(subject)).isEmpty();
        applied.heal();
        assertThat(deadLetters.replay(letter.id())).isTrue();
        assertThat(applied.of(subject)).containsExactly(1L, 2L, 3L);
        assertThat(open()).isEmpty();
        assertThat(deadLetters.replay(letter.id())).as("replayed already").isFalse();
    }

    @Test
    void a_replay_that_fails_again_leaves_the_dead_letter_open_and_the_others_waiting() {
        DeadLetter letter = deadLetterOf(1);
        receive(event(2));
        deadLetters.replay(letter.id());
        assertThat(open()).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(letter.id());
            assertThat(again.failedAt()).isAfterOrEqualTo(letter.failedAt());
        });
        assertThat(applied.of(subject)).isEmpty();
    }

    @Test
    void an_event_behind_a_replayed_one_that_fails_becomes_a_dead_letter_of_its_own() {
        DeadLetter letter = deadLetterOf(1);
        receive(event(2));
        applied.heal();
        applied.fail(subject, 2, Failure.AT_ONCE);
        deadLetters.replay(letter.id());
        assertThat(applied.of(subject)).containsExactly(1L);
        assertThat(open()).extracting(DeadLetter::sequence).containsExactly(2L);
    }

    @Test
    void what_a_crash_left_waiting_is_applied_at_the_next_start() {
        leaveWaiting(event(2));
        inbox.resume(AppliedEvents.TOPIC);
        assertThat(applied.of(subject)).containsExactly(1L, 2L);
    }

    @Test
    void a_dead_letter_tells_the_cause_without_the_data() {
        String secret = event(1).replace("\"one\"", "{\"name\":\"secret\"}");
        assertThatThrownBy(() -> receive(secret))
                .isInstanceOf(EventNotApplied.class)
                .satisfies(failure -> {
                    deadLetters.record(
                            (EventNotApplied) failure, codec.decode(AppliedEvents.TOPIC, bytes(secret)), secret);
                    assertThat(failure).hasStackTraceContaining("do not fit");
                    assertThat(stackTrace(failure)).doesNotContain("secret");
                });
        assertThat(open())
                .singleElement()
                .satisfies(letter -> assertThat(letter.cause())
                        .startsWith("MalformedEvent: ")
                        .doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "{}",
                "[]",
                "null",
                "{\"specversion\":\"1.0\",\"id\":\"secret\",\"source\":\"/x\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"sequence\":1}}",
                "{\"specversion\":\"1.0\",\"id\":\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\",\"source\":\"/x\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"sequence\":0}}",
                "{\"specversion\":\"1.0\",\"id\":\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\",\"source\":\"/x\",\"type\":\"t\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"sequence\":1}}",
                "{\"specversion\":\"1.0\",\"id\":\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\",\"source\":\"/x\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"secret\",\"data\":{\"sequence\":1}}"
            })
    void what_is_no_event_is_malformed_and_not_quoted(String body) {
        assertThatThrownBy(() -> codec.decode("t", bytes(body)))
                .isInstanceOf(MalformedEvent.class)
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("secret"));
    }

    @Test
    void an_event_that_was_fetched_counts_once_with_the_one_that_the_topic_delivers_later() {
        String first = event(1);
        fetched.take(AppliedEvents.TOPIC, first);
        receive(first);
        receive(event(2));
        assertThat(applied.of(subject)).containsExactly(1L, 2L);
    }

    @Test
    void a_fetched_event_frees_what_waited_for_it() {
        receive(event(2));
        fetched.take(AppliedEvents.TOPIC, event(1));
        assertThat(applied.of(subject)).containsExactly(1L, 2L);
    }

    @Test
    void a_fetched_event_that_fails_as_often_as_one_from_the_topic_is_one_dead_letter() {
        applied.fail(subject, 1, Failure.AT_ONCE);
        String body = event(1);
        fetched.take(AppliedEvents.TOPIC, body);
        fetched.take(AppliedEvents.TOPIC, body);
        assertThat(open())
                .singleElement()
                .satisfies(letter -> assertThat(letter.sequence()).isOne());
        assertThat(applied.tries(subject, 1)).isEqualTo(3);
        assertThat(deadLetters.openOf(AppliedEvents.TOPIC, subject)).isPresent();
        applied.heal();
        deadLetters.replay(open().get(0).id());
        assertThat(applied.of(subject)).containsExactly(1L);
        assertThat(deadLetters.openOf(AppliedEvents.TOPIC, subject)).isEmpty();
    }

    /** A crash between the replay of the first event and the turn of the second. */
    private void leaveWaiting(String second) {
        leaveWaiting(second, null);
    }

    /** @param how the second event fails from now on */
    private void leaveWaiting(String second, Failure how) {
        DeadLetter letter = deadLetterOf(1);
        receive(second);
        applied.heal();
        if (how != null) {
            applied.fail(subject, 2, how);
        }
        sql.update("UPDATE dead_letter SET replayed_at = failed_at WHERE id = ?", letter.id());
    }

    private RecordIntake intake() {
        return new RecordIntake(codec, inbox, deadLetters, 3);
    }

    private ConsumerRecord<String, byte[]> record(String event) {
        return new ConsumerRecord<>(AppliedEvents.TOPIC, 0, 0, subject, bytes(event));
    }

    private DeadLetter deadLetterOf(long sequence) {
        applied.fail(subject, sequence, Failure.AT_ONCE);
        String body = event(sequence);
        assertThatThrownBy(() -> receive(body))
                .isInstanceOfSatisfying(
                        EventNotApplied.class,
                        failure -> deadLetters.record(failure, codec.decode(AppliedEvents.TOPIC, bytes(body)), body));
        return open().get(0);
    }

    private List<DeadLetter> open() {
        return deadLetters.open().stream()
                .filter(letter -> subject.equals(letter.subject()))
                .toList();
    }

    private void receive(String event) {
        inbox.receive(codec.decode(AppliedEvents.TOPIC, bytes(event)), event);
    }

    private String event(long sequence) {
        NewEvent event = new NewEvent(AppliedEvents.TOPIC, subject, "tw.ecard.test.v1", new AppliedEvents.Data("one"));
        return codec.encode(event, UUID.randomUUID(), sequence, Calls.now());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String stackTrace(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
