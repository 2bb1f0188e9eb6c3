package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.mail.ScriptedMailServer;
import tw.ecard.localstack.process.Part;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Case;
import tw.ecard.systemtests.actor.Contact;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Institution;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.actor.MailKind;
import tw.ecard.systemtests.actor.Mailbox.Letter;
import tw.ecard.systemtests.actor.Roster;
import tw.ecard.systemtests.roster.Readers;
import tw.ecard.systemtests.roster.RosterFile;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Database;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/**
 * Each service is ended by SIGKILL between the steps of the walk. Started again, the walk ends as if nothing had
 * happened: one application, one ticket a lane, each card once, each mail under one Message-ID.
 */
@WithEcard
class CrashIT {

    private static final String RELAY = "ECARD_OUTBOX_RELAY_ENABLED";
    private static final String ROSTER_LEASE = "ECARD_ROSTERS_LEASE";
    private static final String MAIL_LEASE = "ECARD_MAIL_LEASE";
    private static final int MANY = 20_000;

    private final Ecard ecard;
    private final Institution school;
    private final Desk clerk;
    private final ServiceProcess registration;
    private final ServiceProcess queue;

    CrashIT(Ecard ecard) {
        this.ecard = ecard;
        this.school = ecard.school();
        this.clerk = ecard.desk("clerk");
        this.registration = ecard.registration();
        this.queue = ecard.queue();
    }

    @AfterEach
    void everything_runs_as_usual() {
        // Also what still runs as a test that failed left it.
        registration.stop();
        queue.stop();
        registration.environment(RELAY, "true").environment(ROSTER_LEASE, "60s");
        queue.environment(MAIL_LEASE, "2m");
        for (Part part : List.of(ecard.stack().mail(), registration, queue)) {
            if (!part.isRunning()) {
                part.start();
            }
        }
    }

    @Test
    void a_walk_with_a_kill_after_each_step_ends_as_one_without() {
        Application application = recordedThoughTheAnswerIsLost();
        ticketDrawnThoughTheRelayNeverRan(application);
        Case review = claimedThoughTheAnswerIsLost(application);
        decidedThoughBothDie(review, application);
        toldThoughTheSenderDies(application);
        Roster roster = acceptedThoughTheWorkerDies(application);
        JsonNode issued = issuedThoughBothDie(application);

        assertOneOfEverything(application, roster, issued);
    }

    /** Killed right after the commit of the application: the client asks again with its key. */
    private Application recordedThoughTheAnswerIsLost() {
        String key = UUID.randomUUID().toString();
        Contact contact = Contact.unique();
        Map<String, Object> body = school.application(Institution.documentNumber(), contact);
        String id = school.submits(body, key).expect(201).json().path("id").asText();
        killed(registration);
        registration.environment(RELAY, "false").start();

        Answer again = school.submits(body, key).expect(201);

        assertThat(again.json().path("id").asText()).isEqualTo(id);
        return school.of(again, contact);
    }

    /** The relay is switched off: the event of the ticket is in the outbox only when the service dies. */
    private void ticketDrawnThoughTheRelayNeverRan(Application application) {
        application.handsInPapers();
        // The one before it may have left while the relay still ran.
        assertThat(ecard.registrationDatabase().number("""
                        SELECT count(*) FROM outbox WHERE sent_at IS NULL AND subject = ?
                        AND type = 'tw.ecard.application.submitted.v1'""", application.id())).isEqualTo(1);
        killed(registration);
        registration.environment(RELAY, "true").start();
        // A mail in the hands of a worker that is killed waits for the lease, and is not sent when no longer true by
        // then.
        application.isTold(MailKind.RECEIVED);
    }

    /** Killed right after a claim: the clerk asks again with the key, and has the same case and no second one. */
    private Case claimedThoughTheAnswerIsLost(Application application) {
        Case found = clerk.takesUp(application, Lane.REVIEW);
        found.releases().expect(200);
        String key = UUID.randomUUID().toString();
        Case claimed = clerk.of(clerk.claims(Lane.REVIEW, key));
        assertThat(claimed.applicationId()).isEqualTo(application.id());
        killed(queue);
        // A mail in the hands of a killed worker waits so long for another.
        queue.environment(MAIL_LEASE, "5s").start();

        Case again = clerk.of(clerk.claims(Lane.REVIEW, key));

        assertThat(again.id()).isEqualTo(claimed.id());
        assertThat(again.etag()).isEqualTo(claimed.etag());
        return again;
    }

    /** Killed right after the decision, with the mail server away, so that the mail is pending too. */
    private void decidedThoughBothDie(Case review, Application application) {
        ecard.stack().mail().stop();
        review.checks(true, true).expect(200);
        review.approves().expect(200);
        killed(queue);
        killed(registration);
        registration.environment(ROSTER_LEASE, "5s");
        Ecard.startTogether(registration, queue);
        application.becomes("APPROVED");
        assertThat(application.wasTold(MailKind.APPROVED)).isEmpty();
    }

    /** Killed when the mail server has the whole mail and has not said so: nobody can know whether it was taken. */
    private void toldThoughTheSenderDies(Application application) {
        String taken;
        try (ScriptedMailServer server = new ScriptedMailServer(ecard.stack().smtpPort()).takesInSilence()) {
            taken = Await.until("a mail that was taken", () -> taken(server, application), Optional::isPresent)
                    .orElseThrow();
            killed(queue);
        }
        ecard.stack().mail().start();
        queue.start();

        assertThat(application.isTold(MailKind.APPROVED))
                .singleElement()
                .satisfies(again -> assertThat(taken).contains("Message-ID: " + again.messageId()));
    }

    private static Optional<String> taken(ScriptedMailServer server, Application application) {
        return server.taken().stream()
                .filter(mail -> mail.contains(application.contact().email()))
                .findFirst();
    }

    /** Killed right after the 202, and again while rows are read. */
    private Roster acceptedThoughTheWorkerDies(Application application) {
        Roster roster = application.uploads(RosterFile.xlsx(Readers.ofSchool(MANY)));
        killed(registration);
        registration.start();
        roster.isBeingRead();
        killed(registration);
        registration.start();
        assertThat(roster.becomes("ACCEPTED").path("accepted").asInt()).isEqualTo(MANY);
        application.becomes("QUEUED");
        return roster;
    }

    private JsonNode issuedThoughBothDie(Application application) {
        Case issuing = clerk.takesUp(application, Lane.ISSUANCE);
        application.isTold(MailKind.QUEUED);
        JsonNode issued = issuing.issues().expect(200).json();
        killed(queue);
        killed(registration);
        Ecard.startTogether(registration, queue);
        application.becomes("COMPLETED");
        return issued;
    }

    private void assertOneOfEverything(Application application, Roster roster, JsonNode issued) {
        for (MailKind kind : List.of(MailKind.RECEIVED, MailKind.APPROVED, MailKind.QUEUED, MailKind.COMPLETED)) {
            List<Letter> letters = application.isTold(kind);
            assertThat(letters)
                    .as(kind.name())
                    .extracting(Letter::messageId)
                    .containsOnly(letters.get(0).messageId());
        }
        Database applications = ecard.registrationDatabase();
        assertThat(applications.number(
                        "SELECT count(*) FROM application WHERE receipt_number = ?", application.receiptNumber()))
                .isEqualTo(1);
        assertThat(ecard.queueDatabase()
                        .texts(
                                "SELECT lane || ' ' || state || ' ' || outcome FROM ticket"
                                        + " WHERE application_id::text = ? ORDER BY lane DESC",
                                application.id()))
                .containsExactly("REVIEW DONE APPROVED", "ISSUANCE DONE ISSUED");
        assertThat(roster.now().path("status").asText()).isEqualTo("ACCEPTED");

        List<JsonNode> cards = application.cards();
        Set<String> numbers = new HashSet<>();
        cards.forEach(card -> numbers.add(card.path("cardNumber").asText()));
        assertThat(cards).hasSize(MANY);
        assertThat(numbers).hasSize(MANY);
        assertThat(numbers)
                .contains(
                        issued.path("firstCardNumber").asText(),
                        issued.path("lastCardNumber").asText());
        assertThat(issued.path("cards").asInt()).isEqualTo(MANY);
    }

    private static void killed(ServiceProcess service) {
        service.kill();
        assertThat(service.isRunning()).isFalse();
    }
}
