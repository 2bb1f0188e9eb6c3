package tw.ecard.queue.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.World;

/** What an administrator can do when a lane waits for a number. */
@QuarkusTest
@WithTestResource(RealStack.class)
class RepairIT {

    private static final String REASON = "{\"reason\": \"申請案已撤回，其事件無法讀取\"}";

    @Inject
    World world;

    @Inject
    CatchingUp catchingUp;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
        // What a replica does at its start is done before the test begins; no patience ends while the clock stands
        // still.
        catchingUp.look();
    }

    @Test
    void a_replayed_number_is_taken_in_at_once_and_the_lane_goes_on() {
        ApplicationStory first = world.application().unheard().received().submitted(1);
        world.application().submitted(2);
        Await.until(() ->
                assertThat(world.sql().number("SELECT count(*) FROM ticket")).isEqualTo(1));
        waitsFor(1);

        administrator("review", 1, "replay")
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("admittedUpTo", equalTo(2))
                .body("waitsForNumber", nullValue());

        assertThat(world.claim("clerk", "review").ticket().path("applicationId").asText())
                .isEqualTo(first.id().toString());
    }

    @Test
    void a_number_replayed_before_those_in_front_of_it_waits_for_them() {
        world.application().unheard().submitted(1);
        world.application().unheard().submitted(2);

        administrator("review", 2, "replay")
                .statusCode(200)
                .body("state", equalTo("ARRIVED"))
                .body("waitsForNumber", equalTo(1));
        administrator("review", 1, "replay").statusCode(200).body("admittedUpTo", equalTo(2));
    }

    @Test
    void a_replay_of_what_came_long_ago_changes_nothing() {
        ApplicationStory story = world.inReview(1);
        administrator("review", 1, "replay").statusCode(200).body("state", equalTo("WAITING"));
        administrator("review", 1, "replay").statusCode(200);
        Await.until(() -> assertThat(world.said(story.id(), "case.admitted")).hasSize(1));
    }

    @Test
    void a_replay_of_an_event_that_still_cannot_be_applied_names_the_dead_letter() {
        ApplicationStory poison = world.application().unheard().submitted(1, "OF_NO_SPEED", TestClock.MONDAY);
        administrator("review", 1, "replay")
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:replay-failed"))
                .body("deadLetter", notNullValue());
        assertThat(openDeadLetters(poison)).isEqualTo(1);
        administrator("review", 1, "replay").statusCode(409);
        assertThat(openDeadLetters(poison)).isEqualTo(1);
    }

    @Test
    void a_dead_letter_that_can_be_applied_by_now_is_applied_by_the_replay_of_its_number() {
        ApplicationStory first = world.inReview(1);
        // Another case stood there when it came.
        ApplicationStory victim = world.application().submitted(1);
        Await.until(() -> assertThat(openDeadLetters(victim)).isEqualTo(1));
        // At once: between a lane set back and its case gone, the sweep would admit that case again.
        QuarkusTransaction.requiringNew().run(() -> {
            world.sql().update("UPDATE lane SET admitted_up_to = 0");
            world.sql().update("DELETE FROM clock_entry");
            world.sql().update("DELETE FROM notification");
            world.sql().update("DELETE FROM lane_record");
            world.sql().update("DELETE FROM ticket WHERE application_id = ?", first.id());
        });

        administrator("review", 1, "replay").statusCode(200).body("state", equalTo("WAITING"));

        assertThat(openDeadLetters(victim)).isZero();
    }

    @Test
    void a_number_behind_which_no_live_case_stands_is_voided_and_the_lane_goes_on() {
        ApplicationStory over = poisonedAndWithdrawn(1);
        ApplicationStory second = world.application().submitted(2);
        Await.until(() ->
                assertThat(world.sql().number("SELECT count(*) FROM ticket")).isEqualTo(1));
        waitsFor(1);

        administrator("review", 1, "void")
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("outcome", equalTo("VOIDED"))
                .body("voided.code", equalTo("CASE_OVER"))
                .body("voided.by", equalTo("admin"))
                .body("voided.reason", equalTo("申請案已撤回，其事件無法讀取"))
                .body("admittedUpTo", equalTo(2));

        assertThat(world.claim("clerk", "review").ticket().path("applicationId").asText())
                .isEqualTo(second.id().toString());
        Await.until(() -> assertThat(world.saidOfLane("REVIEW", "ticket.voided"))
                .anySatisfy(told -> {
                    assertThat(told.path("number").asLong()).isEqualTo(1);
                    assertThat(told.path("reason").asText()).isEqualTo("CASE_OVER");
                    assertThat(told.path("applicationId").asText())
                            .isEqualTo(over.id().toString());
                }));
    }

    @Test
    void a_voided_number_is_listed_as_what_it_is() {
        world.registration().drawn().drawnUpTo("issuance", 1);
        String id = administrator("issuance", 1, "void")
                .statusCode(200)
                .body("voided.code", equalTo("NO_APPLICATION"))
                .extract()
                .path("ticketId");

        world.clerk("clerk")
                .get("/v1/lanes/issuance/tickets?state=DONE")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].outcome", equalTo("VOIDED"))
                .body("items[0].applicationId", nullValue())
                .body("items[0].institution", nullValue())
                .body("items[0].links.application", nullValue());
        world.clerk("clerk").get("/v1/tickets/" + id).then().statusCode(200);
        world.clerk("clerk").get("/v1/tickets/" + id + "/clock").then().statusCode(200);
    }

    @Test
    void a_number_is_voided_once_however_often_and_by_whomever_it_is_asked() {
        poisonedAndWithdrawn(1);
        ExecutorService administrators = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> administrator("review", 1, "void").extract().statusCode(), administrators))
                    .limit(8)
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
        } finally {
            administrators.shutdown();
        }
        assertThat(world.sql().number("SELECT count(*) FROM ticket_void")).isEqualTo(1);
        assertThat(world.admittedUpTo("review")).isEqualTo(1);
    }

    @Test
    void while_a_live_case_stands_behind_a_number_it_cannot_be_voided() {
        world.application().unheard().submitted(1);
        administrator("review", 1, "void").statusCode(409).body("type", equalTo("urn:ecard:problem:live-case"));

        world.application().submitted(2);
        waitsFor(1);
        administrator("review", 2, "void").statusCode(409).body("type", equalTo("urn:ecard:problem:live-case"));
        assertThat(world.sql().number("SELECT count(*) FROM ticket_void")).isZero();
    }

    @Test
    void a_number_whose_case_came_and_was_settled_is_not_voided() {
        ApplicationStory story = world.inReview(1).withdrawn();
        Await.until(() -> assertThat(world.sql().number("SELECT count(*) FROM ticket WHERE outcome = 'WITHDRAWN'"))
                .isEqualTo(1));
        administrator("review", 1, "void")
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:case-settled"))
                .body("outcome", equalTo("WITHDRAWN"));
        assertThat(openDeadLetters(story)).isZero();
    }

    @Test
    void a_number_that_nobody_drew_is_neither_voided_nor_replayed() {
        for (String repair : new String[] {"void", "replay"}) {
            administrator("review", 7, repair)
                    .statusCode(404)
                    .body("type", equalTo("urn:ecard:problem:number-not-drawn"));
        }
        world.registration().drawn().drawnUpTo("review", 7);
        administrator("review", 7, "replay")
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:nobody-behind-number"));
    }

    @Test
    void a_case_that_comes_after_its_number_was_voided_is_passed_over() {
        ApplicationStory late = world.application().unheard().submitted(1).withdrawn();
        administrator("review", 1, "void").statusCode(200);

        late.toldAgain();
        world.inReview(2);

        Await.until(() -> assertThat(world.sql()
                        .number(
                                "SELECT count(*) FROM inbox WHERE subject = ? AND applied_at IS NOT NULL",
                                late.id().toString()))
                .isEqualTo(2));
        assertThat(openDeadLetters(late)).isZero();
        assertThat(world.sql().number("SELECT count(*) FROM ticket")).isEqualTo(2);
    }

    @Test
    void without_registration_service_nothing_is_repaired_and_the_caller_may_come_again() {
        world.registration().isAway(true);
        for (String repair : new String[] {"void", "replay"}) {
            administrator("review", 1, repair)
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:ecard:problem:registration-away"));
        }
    }

    @Test
    void only_administrators_repair_and_a_reason_is_needed() {
        for (String role : new String[] {"librarian", "observer", "service", "institution"}) {
            for (String repair : new String[] {"void", "replay"}) {
                world.as("someone", role)
                        .contentType(ContentType.JSON)
                        .body(REASON)
                        .post("/v1/lanes/review/numbers/1/" + repair)
                        .then()
                        .statusCode(403);
            }
        }
        world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{\"reason\": \" \"}")
                .post("/v1/lanes/review/numbers/1/void")
                .then()
                .statusCode(400);
    }

    /** Its event came and could not be read; then its institution took it back. */
    private ApplicationStory poisonedAndWithdrawn(long number) {
        ApplicationStory story = world.application().submitted(number, "OF_NO_SPEED", TestClock.MONDAY);
        Await.until(() -> assertThat(openDeadLetters(story)).isEqualTo(1));
        return story.withdrawn();
    }

    private void waitsFor(long number) {
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(number));
    }

    private ValidatableResponse administrator(String lane, long number, String repair) {
        var call = world.as("admin", "administrator");
        return (repair.equals("void") ? call.contentType(ContentType.JSON).body(REASON) : call)
                .post("/v1/lanes/%s/numbers/%d/%s".formatted(lane, number, repair))
                .then();
    }

    private long openDeadLetters(ApplicationStory story) {
        return world.sql()
                .number(
                        "SELECT count(*) FROM dead_letter WHERE subject = ? AND replayed_at IS NULL",
                        story.id().toString());
    }
}
