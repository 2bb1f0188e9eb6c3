package tw.ecard.systemtests;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Case;
import tw.ecard.systemtests.actor.Contact;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.actor.MailKind;
import tw.ecard.systemtests.contract.EventSchemas;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/** What was committed is told soon, and to whom it concerns now. */
@WithEcard
class DeliveryIT {

    private static final String POLL = "ECARD_OUTBOX_POLL_INTERVAL";
    private static final int APPLICATIONS = 70;
    /** Two of one service, one of the other. */
    private static final Set<String> LISTENED_TO = Set.of(
            "tw.ecard.application.received.v1", "tw.ecard.application.submitted.v1", "tw.ecard.case.admitted.v1");

    private static final int MAILS_OF_AN_OUTAGE = 20;
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Ecard ecard;
    private final Desk clerk;
    private final Clock clock = Clock.systemUTC();

    DeliveryIT(Ecard ecard) {
        this.ecard = ecard;
        this.clerk = ecard.desk("clerk");
    }

    @AfterEach
    void everything_runs_as_usual() {
        if (!ecard.stack().mail().isRunning()) {
            ecard.stack().mail().start();
        }
    }

    @Test
    void without_the_poll_events_reach_kafka_within_a_second_of_their_commit() throws InterruptedException {
        switchPoll("0s");
        Map<String, Told> told = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        // Before the first event.
        KafkaConsumer<String, String> events = ecard.topics().listenFromNow();
        Thread listener = new Thread(() -> listen(events, told, done), "listener");
        listener.start();
        try {
            List<Application> applications = Stream.generate(
                            () -> ecard.school().applies())
                    .limit(APPLICATIONS)
                    .toList();
            applications.forEach(Application::handsInPapers);
            Await.until("the events", told::size, count -> count >= APPLICATIONS * LISTENED_TO.size());

            Map<String, List<Duration>> sorted = told.values().stream()
                    .sorted(comparing(Told::delay))
                    .collect(groupingBy(Told::type, mapping(Told::delay, toList())));
            List<Duration> all =
                    sorted.values().stream().flatMap(List::stream).sorted().toList();
            assertThat(all.get(all.size() * 95 / 100)).isLessThan(SOON);
            // Of each kind the one in the middle: those of one service are a third of all.
            assertThat(sorted)
                    .containsOnlyKeys(LISTENED_TO)
                    .allSatisfy((type, delays) ->
                            assertThat(delays.get(delays.size() / 2)).isLessThan(SOON));
            applications.forEach(application -> application.withdraws().expect(200));
        } finally {
            done.set(true);
            listener.join();
            switchPoll("1s");
        }
    }

    @Test
    void a_contact_changed_between_decision_and_mail_gets_the_mail() {
        Application application = ecard.school().applies().handsInPapers();
        application.isTold(MailKind.RECEIVED);
        Contact former = application.contact();
        ecard.stack().mail().stop();
        Case review = clerk.takesUp(application, Lane.REVIEW);
        review.checks(true, true).expect(200);
        review.approves().expect(200);
        application.becomes("APPROVED");

        Contact successor = new Contact("繼任聯絡人", "successor-%d@school.example".formatted(Ecard.unique()));
        application.names(successor).expect(200);
        ecard.stack().mail().start();

        assertThat(application.isTold(MailKind.APPROVED)).allSatisfy(letter -> {
            assertThat(letter.to()).containsExactly(successor.email());
            assertThat(letter.text()).contains(successor.name()).doesNotContain(former.name());
        });
        assertThat(ecard.mailbox().about(former.email(), MailKind.APPROVED.subject()))
                .isEmpty();
        assertThat(ecard.mailbox().await(former.email(), MailKind.CONTACT_CHANGED_FORMER.subject()))
                .allSatisfy(letter ->
                        assertThat(letter.text()).contains(former.name()).doesNotContain(successor.name()));
        application.isTold(MailKind.CONTACT_CHANGED_PRESENT);
        application.withdraws().expect(200);
    }

    @Test
    void after_a_minute_without_a_mail_server_every_mail_arrives_once() {
        ecard.stack().mail().stop();
        List<Application> applications = Stream.generate(() -> ecard.school().applies())
                .limit(MAILS_OF_AN_OUTAGE)
                .toList();
        Instant back = clock.instant().plus(OUTAGE);
        Await.until("the end of the outage", OUTAGE.multipliedBy(5), clock::instant, now -> now.isAfter(back));
        ecard.stack().mail().start();

        // The longest pause between two tries is half a minute.
        applications.forEach(application -> application.isTold(MailKind.RECEIVED));
        applications.forEach(application -> Await.until(
                "the record that nothing is left to send", () -> mailsToSend(application), mails -> mails == 0));
        applications.forEach(application -> assertThat(
                        ecard.mailbox().about(application.contact().email(), MailKind.RECEIVED.subject()))
                .hasSize(1));
        applications.forEach(application -> application.withdraws().expect(200));
    }

    private long mailsToSend(Application application) {
        return ecard.queueDatabase()
                .number(
                        "SELECT count(*) FROM notification WHERE state = 'PENDING' AND application_id::text = ?",
                        application.id());
    }

    private void switchPoll(String interval) {
        for (ServiceProcess service : List.of(ecard.registration(), ecard.queue())) {
            service.environment(POLL, interval).stop();
        }
        Ecard.startTogether(ecard.registration(), ecard.queue());
    }

    private record Told(String type, Duration delay) {}

    /** An event's time is taken just before its commit; its delay here ends where a consumer has it. */
    private void listen(KafkaConsumer<String, String> consumer, Map<String, Told> told, AtomicBoolean done) {
        try (consumer) {
            while (!done.get()) {
                ConsumerRecords<String, String> found = consumer.poll(Duration.ofMillis(100));
                Instant now = clock.instant();
                found.forEach(event -> note(EventSchemas.parse(event.value()), now, told));
            }
        }
    }

    private static void note(JsonNode event, Instant now, Map<String, Told> told) {
        String type = event.path("type").asText();
        if (LISTENED_TO.contains(type)) {
            Instant recorded = OffsetDateTime.parse(event.path("time").asText()).toInstant();
            told.putIfAbsent(event.path("id").asText(), new Told(type, Duration.between(recorded, now)));
        }
    }
}
