package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.localstack.mail.ScriptedMailServer;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

/** What becomes of mails when a mail server says no, or says nothing. */
@QuarkusTest
@WithTestResource(RealStack.class)
class MailTroubleIT {

    private static final String RECIPIENT = "王大明";

    @Inject
    World world;

    private ScriptedMailServer server;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
        server = world.scriptedMailServer();
    }

    @AfterEach
    void theUsualServerAgain() {
        server.close();
        world.startMailServer();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <nobody@example.edu.tw> no such user",
        "DATA, 554 5.6.0 no valid content",
        "., 552 5.3.4 too large"
    })
    void what_a_server_refuses_for_good_is_not_tried_again(String command, String reply) {
        server.answers(command, reply);
        ApplicationStory story = world.application().received();

        Await.until(
                () -> assertThat(world.said(story.id(), "notification.failed")).hasSize(1));
        JsonNode listed = listed(story);
        assertThat(listed.path("state").asText()).isEqualTo("FAILED");
        assertThat(listed.path("attempts").asInt()).isEqualTo(1);
        assertThat(listed.path("lastError").asText())
                .contains(reply.substring(0, 3))
                .doesNotContain("nobody@", RECIPIENT);
        server.answersAsUsual();
        ApplicationStory other = world.application().received();
        Await.until(() -> assertThat(listed(other).path("state").asText()).isEqualTo("SENT"));
        assertThat(listed(story).path("state").asText()).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 450 4.2.0 come later", "DATA, 451 4.3.0 not now", "., 452 4.3.1 no room"})
    void what_a_server_puts_off_is_tried_later_and_later_under_one_message_id(String command, String reply) {
        server.answers(command, reply);
        ApplicationStory story = world.application().received();
        Await.until(() -> assertThat(attempts(story)).isEqualTo(1));
        assertThat(pause(story)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(listed(story).path("lastError").asText()).contains(reply.substring(0, 3));
        // It is this mail's own trouble: others go out.
        server.answersAsUsual();
        ApplicationStory other = world.application().received();
        Await.until(() -> assertThat(listed(other).path("state").asText()).isEqualTo("SENT"));
        assertThat(attempts(story)).isEqualTo(1);

        server.answers(command, reply);
        world.clock().advance(Duration.ofSeconds(5));
        Await.until(() -> assertThat(attempts(story)).isEqualTo(2));
        assertThat(pause(story)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));

        server.answersAsUsual();
        arrives(story);
        assertThat(taken(story).get(0))
                .contains("Message-ID: <" + listed(story).path("id").asText() + "@ecard.invalid>");
    }

    @Test
    void what_is_put_off_for_three_days_is_given_up_and_that_is_told() {
        server.answers("RCPT", "450 4.2.0 come later");
        ApplicationStory story = world.application().received();
        Await.until(() -> assertThat(attempts(story)).isEqualTo(1));
        world.clock().advance(Duration.ofDays(3).plusSeconds(1));
        Await.until(
                () -> assertThat(world.said(story.id(), "notification.failed")).hasSize(1));
        assertThat(listed(story).path("state").asText()).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 no service here",
        "GREETING, 421 too busy",
        "MAIL, 550 5.7.1 you are not welcome",
        "MAIL, 451 not now",
        "RCPT, 530 5.7.0 log in first",
        "DATA, 421 about to close",
        "GREETING, ''",
        "EHLO, ''",
        "., ''"
    })
    void trouble_with_the_server_holds_up_every_mail_and_fails_none(String command, String reply) {
        // A connection that was made before would show no greeting.
        server.close();
        server = new ScriptedMailServer(world.smtpPort()).answers(command, reply);
        ApplicationStory first = world.application().received();
        Await.until(() -> assertThat(attempts(first)).isEqualTo(1));
        ApplicationStory second = world.application().received();
        Await.until(() -> assertThat(listed(second).path("lastError").asText()).isNotEmpty());

        assertThat(attempts(second)).isZero();
        assertThat(pause(second)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        server.answersAsUsual();
        Stream.of(first, second).forEach(this::arrives);
    }

    @Test
    void a_server_that_says_nothing_for_long_and_then_goes_on_with_everybody_gets_each_mail_once() {
        server.answers(ScriptedMailServer.GREETING, ScriptedMailServer.SILENCE);
        ApplicationStory first = world.application().received();
        for (int tries = 1; tries <= 3; tries++) {
            int made = tries;
            Await.until(() -> assertThat(attempts(first)).isEqualTo(made));
            world.clock().advance(Duration.ofSeconds(30));
        }

        server.answersAsUsual();
        arrives(first);
        ApplicationStory second = world.application().received();
        arrives(second);
        assertThat(taken(first)).hasSize(1);
    }

    @Test
    void after_a_minute_without_a_server_every_mail_arrives_promptly_and_once() {
        server.close();
        List<ApplicationStory> stories =
                Stream.generate(() -> world.application().received()).limit(12).toList();
        Await.until(() -> assertThat(world.sql().number("SELECT count(*) FROM notification"))
                .isEqualTo(12));
        for (int second = 0; second < 60; second += 5) {
            Await.until(() -> assertThat(nextProbe()).isAfter(world.clock().instant()));
            world.clock().advance(Duration.ofSeconds(5));
        }
        assertThat(world.sql().number("SELECT sum(attempts) FROM notification")).isBetween(3L, 12L);

        server = new ScriptedMailServer(world.smtpPort());
        world.clock().advance(Duration.ofSeconds(30));
        stories.forEach(this::arrives);
        stories.forEach(story -> Await.until(
                () -> assertThat(listed(story).path("state").asText()).isEqualTo("SENT")));
        assertThat(server.taken()).hasSize(stories.size());
        assertThat(world.sql().number("SELECT count(*) FROM mail_outage")).isZero();
    }

    @Test
    void mails_wait_for_registration_service_and_for_a_token() {
        world.registration().tokensAnswerWith(401);
        ApplicationStory story = world.application().received();
        Await.until(() -> assertThat(attempts(story)).isEqualTo(1));
        world.registration().tokensAnswerWith(200);
        world.registration().answersWith(503);
        world.clock().advance(Duration.ofSeconds(5));
        Await.until(() -> assertThat(attempts(story)).isEqualTo(2));
        assertThat(listed(story).path("state").asText()).isEqualTo("PENDING");

        world.registration().answersWith(200);
        world.clock().advance(Duration.ofSeconds(10));
        Await.until(() -> assertThat(taken(story)).hasSize(1));
    }

    @Test
    void an_application_that_cannot_be_asked_about_holds_up_no_other() {
        ApplicationStory troubled = world.application();
        world.registration().answersWith(500, troubled.id());
        troubled.received();
        Await.until(() -> assertThat(attempts(troubled)).isEqualTo(1));
        ApplicationStory other = world.application().received();
        Await.until(() -> assertThat(taken(other)).hasSize(1));
        assertThat(pause(troubled)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    }

    @Test
    void an_address_that_is_none_is_not_tried_again() {
        ApplicationStory story = world.application();
        world.registration().says(story.id(), "DOCUMENTS_MISSING", 1, RECIPIENT, "not an address");
        story.received();
        Await.until(() -> assertThat(listed(story).path("state").asText()).isEqualTo("FAILED"));
        assertThat(listed(story).path("lastError").asText()).isNotEmpty().doesNotContain("not an address");
    }

    @Test
    void a_mail_whose_worker_died_goes_out_after_the_lease_under_the_same_message_id() {
        server.answers("RCPT", "450 4.2.0 come later");
        ApplicationStory story = world.application().received();
        Await.until(() -> assertThat(attempts(story)).isEqualTo(1));
        server.answersAsUsual();
        // As a worker leaves it that was killed while it sent.
        world.sql()
                .update(
                        "UPDATE notification SET lease_until = ? WHERE application_id = ?",
                        world.clock().instant().plus(Duration.ofMinutes(2)),
                        story.id());
        world.clock().advance(Duration.ofMinutes(2).minusSeconds(1));
        ApplicationStory other = world.application().received();
        Await.until(() -> assertThat(taken(other)).hasSize(1));
        assertThat(taken(story)).isEmpty();

        world.clock().advance(Duration.ofSeconds(1));
        Await.until(() -> assertThat(taken(story)).hasSize(1));
        assertThat(taken(story).get(0)).contains(listed(story).path("id").asText() + "@");
    }

    private JsonNode listed(ApplicationStory story) {
        return world.notifications(story.id()).path(0);
    }

    private int attempts(ApplicationStory story) {
        return listed(story).path("attempts").asInt();
    }

    private Duration pause(ApplicationStory story) {
        Instant next = OffsetDateTime.parse(listed(story).path("nextAttemptAt").asText())
                .toInstant();
        return Duration.between(world.clock().instant(), next);
    }

    /** Long ago while one is being made. */
    private Instant nextProbe() {
        return world.sql()
                .first(row -> row.getObject(1, OffsetDateTime.class).toInstant(), """
                        SELECT next_probe_at FROM mail_outage
                        WHERE NOT EXISTS (SELECT FROM notification WHERE lease_until IS NOT NULL)""")
                .orElse(Instant.EPOCH);
    }

    /** Time goes on meanwhile: a try that was under way when the trouble ended may have met it once more. */
    private void arrives(ApplicationStory story) {
        Await.until(() -> {
            world.clock().advance(Duration.ofSeconds(1));
            assertThat(taken(story)).hasSize(1);
        });
    }

    private List<String> taken(ApplicationStory story) {
        return server.taken().stream()
                .filter(mail -> mail.contains("References: <" + story.id()))
                .toList();
    }
}
