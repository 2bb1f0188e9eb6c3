package tw.ecard.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.testapp.Infrastructure;
import tw.ecard.kit.testapp.TopicReader;
import tw.ecard.kit.testapp.Waiting;

/** The application's own relay, its poll switched off: events leave because their commit says so. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OutboxIT {

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "ecard.outbox.poll-interval")
    Duration poll;

    private final String topic = "outbox-" + UUID.randomUUID();

    record Data(String text) {}

    @Test
    void an_event_leaves_with_its_commit_while_the_poll_is_switched_off() {
        assertThat(poll).isZero();
        append("subject", 1);
        try (TopicReader reader = new TopicReader(kafka, topic)) {
            TopicReader.Event event = reader.await(1).get(0);
            for (int sent = 2; sent <= 10; sent++) {
                append("subject", 1);
                reader.await(sent);
            }
            assertThat(event.key()).isEqualTo("subject");
            assertThat(event.envelope().path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.envelope().path("type").asText()).isEqualTo("tw.ecard.test.v1");
            assertThat(event.envelope().path("source").asText()).isEqualTo("/kit-test");
            assertThat(event.envelope().path("subject").asText()).isEqualTo("subject");
            assertThat(event.envelope().path("partitionkey").asText()).isEqualTo("subject");
            assertThat(event.envelope().at("/data/text").asText()).isEqualTo("one");
            assertThat(event.sequence()).isOne();
        }
    }

    @Test
    void many_events_are_recorded_at_once_each_with_the_next_number_of_its_subject() {
        append("subject-7", 2);
        List<NewEvent> many = IntStream.range(0, 1_203)
                .mapToObj(n -> event("subject-" + n % 1_200, "of many"))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(many));
        List<String> recorded = sql.list(
                row -> row.getString("subject"), "SELECT subject FROM outbox WHERE topic = ? ORDER BY id", topic);
        assertThat(recorded.subList(2, recorded.size()))
                .containsExactlyElementsOf(many.stream().map(NewEvent::subject).toList());
        try (TopicReader reader = new TopicReader(kafka, topic)) {
            List<TopicReader.Event> events = reader.await(1_205);
            assertThat(events)
                    .filteredOn(event -> event.key().equals("subject-7"))
                    .extracting(TopicReader.Event::sequence)
                    .containsExactly(1L, 2L, 3L);
            assertThat(events)
                    .filteredOn(event -> event.key().equals("subject-8"))
                    .extracting(TopicReader.Event::sequence)
                    .containsExactly(1L);
            assertThat(events)
                    .filteredOn(event -> event.key().equals("subject-2"))
                    .extracting(TopicReader.Event::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void an_event_of_a_transaction_that_rolled_back_never_leaves() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(event("undone", "lost"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        append("undone", 1);
        try (TopicReader reader = new TopicReader(kafka, topic)) {
            assertThat(reader.await(1)).singleElement().satisfies(event -> {
                assertThat(event.sequence()).isOne();
                assertThat(event.envelope().at("/data/text").asText()).isEqualTo("one");
            });
        }
        assertThat(sql.number("SELECT count(*) FROM outbox WHERE topic = ?", topic))
                .isOne();
    }

    @Test
    void an_event_without_a_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.append(event("alone", "one"))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void eight_writers_give_every_subject_numbers_without_a_gap_and_events_in_that_order() {
        int writers = 8;
        int each = 40;
        List<String> subjects = List.of("a", "b", "c");
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            IntStream.range(0, writers)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, each)
                                    .forEach(n -> appendOrRollBack(subjects.get((writer + n) % 3), n % 5 == 4)),
                            pool))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
        int committed = writers * each * 4 / 5;
        try (TopicReader reader = new TopicReader(kafka, topic)) {
            Waiting.until("all events", () -> reader.read().stream().distinct().count() == committed);
            // At least once: what came before, as it was, is passed over.
            Map<String, List<Long>> bySubject = reader.read().stream()
                    .distinct()
                    .collect(Collectors.groupingBy(
                            TopicReader.Event::key,
                            Collectors.mapping(TopicReader.Event::sequence, Collectors.toList())));
            assertThat(bySubject.values().stream().mapToInt(List::size).sum()).isEqualTo(committed);
            assertThat(bySubject.values())
                    .allSatisfy(numbers -> assertThat(numbers)
                            .containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size())
                                    .boxed()
                                    .toList()));
        }
    }

    @Test
    void what_was_sent_is_marked_so() {
        append("marked", 3);
        Waiting.until(
                "all marked",
                () -> sql.number("SELECT count(*) FROM outbox WHERE topic = ? AND sent_at IS NOT NULL", topic) == 3);
    }

    private void appendOrRollBack(String subject, boolean rollBack) {
        if (rollBack) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        outbox.append(event(subject, "one"));
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
        } else {
            append(subject, 1);
        }
    }

    private void append(String subject, int times) {
        for (int n = 0; n < times; n++) {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(event(subject, "one")));
        }
    }

    private NewEvent event(String subject, String text) {
        return new NewEvent(topic, subject, "tw.ecard.test.v1", new Data(text));
    }
}
