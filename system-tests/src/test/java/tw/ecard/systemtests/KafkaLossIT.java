package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.process.Part;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Case;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Database;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/**
 * Kafka's data lost altogether: the broker comes back empty, without topics, events and offsets. What one service had
 * sent and the other had not received yet is in the sender's database only.
 */
@WithEcard
class KafkaLossIT {

    private static final String RELAY = "ECARD_OUTBOX_RELAY_ENABLED";
    private static final String CONSUMER = "ECARD_CONSUMER_ENABLED";
    private static final String UNSENT = "SELECT count(*) FROM outbox WHERE sent_at IS NULL";
    private static final int APPLICATIONS = 8;

    private final Ecard ecard;
    private final Desk clerk;
    private final ServiceProcess registration;
    private final ServiceProcess queue;

    KafkaLossIT(Ecard ecard) {
        this.ecard = ecard;
        this.clerk = ecard.desk("clerk");
        this.registration = ecard.registration();
        this.queue = ecard.queue();
    }

    @AfterEach
    void everything_runs_as_usual() {
        // Also what still runs as a test that failed left it.
        registration.stop();
        registration.environment(RELAY, "true").environment(CONSUMER, "true");
        for (Part part : List.of(ecard.stack().kafka(), registration, queue)) {
            if (!part.isRunning()) {
                part.start();
            }
        }
    }

    @Test
    void after_a_restart_intake_catches_up_from_registration_service_and_the_order_holds() {
        long before = highestTicket();
        queue.kill();
        List<Application> applications = Stream.generate(() -> ecard.school().applies())
                .limit(APPLICATIONS)
                .toList();
        CompletableFuture.allOf(applications.stream()
                        .map(application -> CompletableFuture.runAsync(application::handsInPapers))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        Application withdrawn = applications.get(2);
        withdrawn.withdraws().expect(200);
        awaitAllSent(ecard.registrationDatabase());
        registration.stop();
        loseKafkasData();

        // Nothing is sent again: intake has only what it fetches.
        registration.environment(RELAY, "false").start();
        queue.start();
        awaitAdmitted(before + APPLICATIONS);
        Await.until(
                "the withdrawal behind it",
                () -> ecard.queueDatabase().number("""
                                SELECT count(*) FROM ticket
                                WHERE application_id = CAST(? AS uuid) AND outcome = 'WITHDRAWN'""", withdrawn.id()),
                count -> count == 1);
        assertThat(claimedInOrder(applications)).containsExactlyElementsOf(waitingInOrder(before, withdrawn));

        // Now all of it comes once more, and nobody minds.
        registration.stop();
        registration.environment(RELAY, "true").start();
        awaitAllSent(ecard.registrationDatabase());
        Application late = ecard.school().applies().handsInPapers();
        assertThat(clerk.takesUp(late, Lane.REVIEW).number()).isEqualTo(before + APPLICATIONS + 1);
        late.withdraws().expect(200);
        for (Database database : List.of(ecard.queueDatabase(), ecard.registrationDatabase())) {
            assertThat(database.number("SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL"))
                    .isZero();
        }
        applications.stream()
                .filter(application -> application != withdrawn)
                .forEach(application -> application.withdraws().expect(200));
    }

    @Test
    void what_no_number_tells_is_sent_again_by_either_service() {
        Application decided = ecard.school().applies().handsInPapers();
        Application withdrawn = ecard.school().applies().handsInPapers();
        Case review = clerk.takesUp(decided, Lane.REVIEW);
        withdrawn.standsIn(Lane.REVIEW, "WAITING");
        // Each service says something that the other one does not hear.
        registration.kill();
        review.checks(true, true).expect(200);
        review.approves().expect(200);
        awaitAllSent(ecard.queueDatabase());
        queue.kill();
        registration.environment(CONSUMER, "false").start();
        withdrawn.withdraws().expect(200);
        awaitAllSent(ecard.registrationDatabase());
        registration.kill();
        registration.environment(CONSUMER, "true");
        loseKafkasData();

        Ecard.startTogether(registration, queue);

        decided.becomes("APPROVED");
        Await.until(
                "the withdrawal to be known",
                () -> ecard.queueDatabase()
                        .texts(
                                "SELECT coalesce(outcome, state) FROM ticket WHERE application_id::text = ?",
                                withdrawn.id()),
                outcome -> outcome.equals(List.of("WITHDRAWN")));
        decided.withdraws().expect(200);
    }

    /** The broker ends as in a power cut and comes back with an empty disk. */
    private void loseKafkasData() {
        ecard.stack().kafka().kill();
        ecard.forgetDataOf(ecard.stack().kafka());
        ecard.stack().kafka().start();
    }

    private static void awaitAllSent(Database database) {
        Await.until("every event to be sent", () -> database.number(UNSENT), count -> count == 0);
    }

    private void awaitAdmitted(long number) {
        Await.until(
                "number " + number + " to be admitted",
                () -> ecard.queueDatabase().number("SELECT admitted_up_to FROM lane WHERE lane = 'REVIEW'"),
                admitted -> admitted >= number);
    }

    private long highestTicket() {
        return ecard.registrationDatabase().number("SELECT last FROM ticket_counter WHERE lane = 'REVIEW'");
    }

    /** As registration-service drew the numbers. */
    private List<String> waitingInOrder(long after, Application without) {
        return ecard.registrationDatabase()
                .texts(
                        "SELECT application_id::text FROM queue_place WHERE lane = 'REVIEW' AND ticket > ?"
                                + " AND application_id::text <> ? ORDER BY ticket",
                        after,
                        without.id());
    }

    /** As the desk hands them out, one claim after the other; cases of other tests are passed over. */
    private List<String> claimedInOrder(List<Application> among) {
        List<String> known = among.stream().map(Application::id).toList();
        List<String> claimed = new ArrayList<>();
        Optional<Case> next = clerk.claims(Lane.REVIEW);
        while (next.isPresent()) {
            claimed.add(next.get().applicationId());
            next = clerk.claims(Lane.REVIEW);
        }
        return claimed.stream().filter(known::contains).toList();
    }
}
