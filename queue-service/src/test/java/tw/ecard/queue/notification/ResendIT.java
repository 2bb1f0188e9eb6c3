package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.mail.ScriptedMailServer;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class ResendIT {

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void a_refused_mail_goes_out_as_the_same_mail_once_the_address_works() throws Exception {
        ApplicationStory story = world.application();
        try (ScriptedMailServer server = world.scriptedMailServer()) {
            server.answers("RCPT", "550 5.1.1 no such user");
            story.received();
            Await.until(() -> assertThat(state(story)).isEqualTo("FAILED"));
        } finally {
            world.startMailServer();
        }
        String id = newest(story);
        resend(id, false)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", oneOf("PENDING", "SENT"))
                .body("resentBy", equalTo("clerk"));

        assertThat(ReadMail.only(world, story.contactEmail()).getHeader("Message-ID"))
                .containsExactly("<" + id + "@ecard.invalid>");
        Await.until(() -> assertThat(state(story)).isEqualTo("SENT"));
        assertThat(world.notifications(story.id()).path(0).path("attempts").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_mail_given_up_long_ago_has_as_much_time_again() {
        ApplicationStory story = world.application();
        world.registration().answersWith(500, story.id());
        story.received();
        Await.until(() -> assertThat(
                        world.notifications(story.id()).path(0).path("attempts").asInt())
                .isEqualTo(1));
        world.clock().advance(Duration.ofDays(4));
        Await.until(() -> assertThat(state(story)).isEqualTo("FAILED"));

        resend(newest(story), false).statusCode(200);
        Await.until(() -> assertThat(
                        world.notifications(story.id()).path(0).path("attempts").asInt())
                .isEqualTo(3));
        assertThat(state(story)).isEqualTo("PENDING");
    }

    @Test
    void a_sent_mail_goes_out_once_more_only_on_purpose_and_as_another_mail() throws Exception {
        ApplicationStory story = world.application().received();
        ReadMail.only(world, story.contactEmail());
        Await.until(() -> assertThat(state(story)).isEqualTo("SENT"));
        String id = newest(story);
        resend(id, false)
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:mail-already-sent"))
                .body("sentAt", startsWith("2026-11-23T10:00"));

        String copy = resend(id, true)
                .statusCode(201)
                .header("Location", containsString("/v1/notifications/"))
                .body("copy", equalTo(1))
                .body("state", oneOf("PENDING", "SENT"))
                .extract()
                .path("id");
        Await.until(() -> assertThat(world.mails(story.contactEmail())).hasSize(2));
        var mail = world.mails(story.contactEmail()).get(1);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + copy + "@ecard.invalid>");
        assertThat(mail.getHeader("References"))
                .isEqualTo(world.mails(story.contactEmail()).get(0).getHeader("References"));
        assertThat(ReadMail.text(mail)).contains("本信係再次寄送");
        Await.until(() -> world.clerk("clerk")
                .get("/v1/notifications/" + copy)
                .then()
                .statusCode(200)
                .body("state", equalTo("SENT")));
        resend(copy, true).statusCode(201).body("copy", equalTo(2));
    }

    @Test
    void a_repeated_call_with_its_key_sends_once() {
        ApplicationStory story = world.application().received();
        Await.until(() -> assertThat(state(story)).isEqualTo("SENT"));
        String id = newest(story);
        String key = UUID.randomUUID().toString();
        String first = resend(id, true, clerk().header("Idempotency-Key", key))
                .statusCode(201)
                .extract()
                .path("id");
        resend(id, true, clerk().header("Idempotency-Key", key)).statusCode(201).body("id", equalTo(first));
        assertThat(world.notifications(story.id())).hasSize(2);
    }

    @Test
    void a_waiting_mail_is_tried_at_once_unless_a_worker_has_it() {
        ApplicationStory story = world.application();
        world.registration().answersWith(500, story.id());
        story.received();
        Await.until(() -> assertThat(
                        world.notifications(story.id()).path(0).path("attempts").asInt())
                .isEqualTo(1));
        world.registration().answersWith(200, story.id());
        resend(newest(story), false).statusCode(200);
        ReadMail.only(world, story.contactEmail());
    }

    @Test
    void a_mail_for_a_state_that_was_left_is_not_sent_again() {
        ApplicationStory story = world.inReview(1).knownAs("RETURNED");
        world.claim("clerk", "review")
                .act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                .statusCode(200);
        Await.until(() -> assertThat(state(story)).isEqualTo("SENT"));
        String id = newest(story);
        story.corrected(world.clock().instant());
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asLong()).isEqualTo(1));

        resend(id, true).statusCode(409).body("type", equalTo("urn:ecard:problem:mail-no-longer-true"));
    }

    @Test
    void what_only_registration_service_knows_is_found_out_when_the_mail_is_to_go() {
        ApplicationStory story = world.application().received();
        Await.until(() -> assertThat(state(story)).isEqualTo("SENT"));
        story.knownAs("REJECTED");
        String copy = resend(newest(story), true).statusCode(201).extract().path("id");
        Await.until(() -> clerk().get("/v1/notifications/" + copy).then().body("state", equalTo("CANCELLED")));
        resend(copy, true).statusCode(409);
    }

    @Test
    void only_staff_send_again_and_only_what_there_is() {
        ApplicationStory story = world.application().received();
        Await.until(() -> assertThat(state(story)).isEqualTo("SENT"));
        resend(newest(story), true, world.as("watcher", "observer")).statusCode(403);
        resend(UUID.randomUUID().toString(), true).statusCode(404);
        clerk().get("/v1/notifications/" + UUID.randomUUID()).then().statusCode(404);
        clerk().get("/v1/notifications?application=" + story.id()).then().body("items", hasSize(1));
    }

    private RequestSpecification clerk() {
        return world.clerk("clerk");
    }

    private ValidatableResponse resend(String id, boolean again) {
        return resend(id, again, clerk());
    }

    private static ValidatableResponse resend(String id, boolean again, RequestSpecification caller) {
        return caller.post("/v1/notifications/" + id + "/resend?again=" + again).then();
    }

    private String newest(ApplicationStory story) {
        return world.notifications(story.id()).path(0).path("id").asText();
    }

    private String state(ApplicationStory story) {
        return world.notifications(story.id()).path(0).path("state").asText();
    }
}
