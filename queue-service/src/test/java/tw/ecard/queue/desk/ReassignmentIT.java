package tw.ecard.queue.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.ClaimedCase;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class ReassignmentIT {

    private static final Duration LEASE = Duration.ofMinutes(30);

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void a_reassigned_case_belongs_to_the_other_clerk_who_goes_on_with_what_was_checked() {
        ApplicationStory story = world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review").checked();
        world.clock().advance(LEASE.minusSeconds(1));

        reassign(held, "{\"to\": \"clerk2\"}")
                .statusCode(200)
                .body("state", equalTo("IN_WORK"))
                .body("claimedBy", equalTo("clerk2"));
        Await.until(() -> assertThat(world.said(story.id(), "case.claimed")).hasSize(2));

        world.clock().advance(LEASE.minusSeconds(1));
        held.lookedUpBy("clerk2").act("approval").statusCode(200).body("outcome", equalTo("APPROVED"));
    }

    @Test
    void the_former_claimant_can_do_nothing_more() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review").checked();
        reassign(held, "{\"to\": \"clerk2\"}").statusCode(200);

        held.act("approval").statusCode(412);
        world.clerk("clerk")
                .contentType(ContentType.JSON)
                .body("{\"seal\": false}")
                .post("/v1/tickets/" + held.id() + "/checks")
                .then()
                .statusCode(403);
        ClaimedCase seenAnew = held.lookedUpBy("clerk");
        seenAnew.act("approval").statusCode(403).body("type", equalTo("urn:ecard:problem:not-the-claimant"));
        seenAnew.act("renewal").statusCode(403);
        seenAnew.act("release").statusCode(403);
    }

    @Test
    void without_another_clerk_the_case_is_back_in_its_place() {
        ApplicationStory story = world.inReview(1);
        world.inReview(2);
        ClaimedCase held = world.claim("clerk", "review");

        reassign(held, "{}").statusCode(200).body("state", equalTo("WAITING")).body("claimedBy", nullValue());
        Await.until(() -> assertThat(world.said(story.id(), "case.released")).hasSize(1));

        held.act("renewal").statusCode(412);
        held.lookedUpBy("clerk").act("renewal").statusCode(409);
        assertThat(world.claim("clerk2", "review").number()).isEqualTo(1);
    }

    @Test
    void a_case_whose_lease_ran_out_can_still_be_given_to_somebody() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        world.clock().advance(LEASE);

        reassign(held, "{\"to\": \"clerk2\"}").statusCode(200);

        world.clerk("clerk").post("/v1/lanes/review/claims").then().statusCode(204);
        held.lookedUpBy("clerk2").act("renewal").statusCode(200);
    }

    @Test
    void a_case_that_nobody_claimed_is_given_to_nobody() {
        world.inReview(1);
        ClaimedCase waiting = world.claim("clerk", "review");
        waiting.act("release").statusCode(200);
        reassign(waiting, "{\"to\": \"clerk2\"}")
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:case-not-in-work"));
    }

    @Test
    void a_reassignment_names_the_revision_that_was_seen() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{\"to\": \"clerk2\"}")
                .post("/v1/tickets/" + held.id() + "/reassignment")
                .then()
                .statusCode(428);
        String stale = held.etag();
        world.clock().advance(Duration.ofSeconds(1));
        held.act("renewal").statusCode(200);
        reassign(held.id(), stale, "{\"to\": \"clerk2\"}").statusCode(412);
        assertThat(world.sql().number("SELECT count(*) FROM ticket_reassignment"))
                .isZero();
    }

    @Test
    void who_took_a_case_from_whom_is_kept() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        reassign(held, "{\"to\": \"clerk2\"}").statusCode(200);
        assertThat(world.sql()
                        .list(
                                row -> row.getString("from_clerk") + " " + row.getString("to_clerk") + " "
                                        + row.getString("reassigned_by"),
                                "SELECT from_clerk, to_clerk, reassigned_by FROM ticket_reassignment"))
                .containsExactly("clerk clerk2 admin");
    }

    @Test
    void only_an_administrator_reassigns_and_only_to_a_name() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        held.act("reassignment", "{\"to\": \"clerk2\"}").statusCode(403);
        reassign(held, "{\"to\": \"\"}").statusCode(400);
        reassign(held, "{\"to\": \"two words\"}").statusCode(400);
    }

    private ValidatableResponse reassign(ClaimedCase held, String body) {
        return reassign(held.id(), held.etag(), body);
    }

    private ValidatableResponse reassign(String ticket, String etag, String body) {
        return world.as("admin", "administrator")
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/tickets/" + ticket + "/reassignment")
                .then();
    }
}
