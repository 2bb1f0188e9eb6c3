package tw.ecard.queue.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.Await;
import tw.ecard.queue.ClaimedCase;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class ClaimIT {

    private static final Duration LEASE = Duration.ofMinutes(30);

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void clerks_who_claim_at_once_get_every_case_once_and_none_before_a_lower_one()
            throws InterruptedException, ExecutionException {
        int cases = 30;
        // Highest first: arrival is not what decides.
        LongStream.iterate(cases, number -> number > 0, number -> number - 1)
                .forEach(number -> world.application().submitted(number));
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(cases));

        Callable<List<Long>> clerk = () -> IntStream.range(0, cases / 5)
                .mapToObj(i -> world.claim("clerk", "review").number())
                .toList();
        ExecutorService clerks = Executors.newFixedThreadPool(5);
        try {
            List<Future<List<Long>>> claims = clerks.invokeAll(List.of(clerk, clerk, clerk, clerk, clerk));
            for (Future<List<Long>> claimed : claims) {
                assertThat(claimed.get()).isSorted();
            }
        } finally {
            clerks.shutdown();
        }
        assertThat(world.sql().list(row -> row.getLong(1), "SELECT number FROM ticket WHERE state = 'IN_WORK'"))
                .hasSize(cases);
        world.clerk("clerk").post("/v1/lanes/review/claims").then().statusCode(204);
    }

    @Test
    void a_claim_that_is_sent_again_after_a_lost_answer_takes_no_second_case() {
        world.inReview(1);
        world.inReview(2);
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            world.clerk("clerk")
                    .header("Idempotency-Key", "claim-once-" + key)
                    .post("/v1/lanes/review/claims")
                    .then()
                    .statusCode(200)
                    .header("ETag", notNullValue())
                    .body("number", equalTo(1));
        }
        assertThat(world.lane("review").path("waiting").asLong()).isEqualTo(1);
    }

    @Test
    void a_claimed_case_shows_who_has_it_until_when_and_where_it_leads() {
        world.inIssuance(1, 3);
        ClaimedCase held = world.claim("clerk", "issuance");
        world.clerk("clerk2")
                .get("/v1/tickets/" + held.id())
                .then()
                .statusCode(200)
                .header("ETag", held.etag())
                .body("state", equalTo("IN_WORK"))
                .body("claimedBy", equalTo("clerk"))
                .body("leaseUntil", equalTo("2026-11-23T10:30:00+08:00"))
                .body("arrivedAt", equalTo("2026-11-23T10:00:00+08:00"))
                .body("institution.name", equalTo("示範高級中學"))
                .body(
                        "links.roster",
                        endsWith("/v1/rosters/"
                                + held.ticket()
                                        .path("links")
                                        .path("roster")
                                        .asText()
                                        .replaceAll(".*/", "")));
        world.as("watcher", "observer")
                .get("/v1/tickets/" + held.id())
                .then()
                .statusCode(200)
                .body("claimedBy", nullValue());
    }

    @Test
    void an_action_names_the_revision_that_the_claimant_saw() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        world.clerk("clerk")
                .post("/v1/tickets/" + held.id() + "/approval")
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:ecard:problem:revision-required"));
        String seenFirst = held.etag();
        world.clock().advance(Duration.ofSeconds(1));
        held.act("renewal").statusCode(200);
        world.clerk("clerk")
                .header("If-Match", seenFirst)
                .post("/v1/tickets/" + held.id() + "/release")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:ecard:problem:stale-revision"));
        world.clerk("clerk")
                .header("If-Match", "\"1\"")
                .post("/v1/tickets/00000000-0000-0000-0000-000000000000/approval")
                .then()
                .statusCode(404);
    }

    @Test
    void only_the_claimant_acts_on_a_case() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        held.lookedUpBy("clerk2")
                .act("release")
                .statusCode(403)
                .body("type", equalTo("urn:ecard:problem:not-the-claimant"));
    }

    @Test
    void a_case_that_nobody_has_cannot_be_acted_on() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        held.act("release").statusCode(200).body("state", equalTo("WAITING"));
        held.act("release")
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:case-not-in-work"))
                .body("state", equalTo("WAITING"));
    }

    @Test
    void after_the_lease_the_claimant_can_do_nothing_even_if_nobody_took_the_case() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        world.clock().advance(LEASE);
        for (String action : new String[] {"release", "renewal", "approval"}) {
            held.act(action).statusCode(409).body("type", equalTo("urn:ecard:problem:lease-expired"));
        }
        world.clerk("clerk")
                .get("/v1/tickets/" + held.id())
                .then()
                .body("state", equalTo("WAITING"))
                .body("claimedBy", nullValue());
        assertThat(world.lane("review").path("waiting").asLong()).isEqualTo(1);
        assertThat(world.lane("review").path("inWork").asLong()).isZero();
    }

    @Test
    void a_case_whose_lease_ran_out_is_the_next_one_again() {
        world.inReview(1);
        world.inReview(2);
        ClaimedCase first = world.claim("clerk", "review");
        world.clock().advance(LEASE);
        ClaimedCase again = world.claim("clerk2", "review");
        assertThat(again.number()).isEqualTo(1);
        first.act("release").statusCode(412);
        assertThat(world.claim("clerk", "review").number()).isEqualTo(2);
    }

    @Test
    void a_renewed_lease_begins_anew() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        world.clock().advance(LEASE.minusSeconds(1));
        held.act("renewal").statusCode(200);
        world.clock().advance(LEASE.minusSeconds(1));
        held.act("release").statusCode(200);
    }

    @Test
    void the_lists_of_a_lane_can_be_filtered_and_paged() {
        for (long number = 1; number <= 3; number++) {
            world.inReview(number);
        }
        world.claim("clerk", "review");
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?state=WAITING&limit=1")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(2)))
                .header("Link", endsWith("rel=\"next\""));
        String cursor = world.clerk("clerk")
                .get("/v1/lanes/review/tickets?limit=2")
                .then()
                .extract()
                .path("nextCursor");
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?limit=2&cursor=" + cursor)
                .then()
                .body("items.number", equalTo(List.of(3)))
                .body("nextCursor", nullValue());
        world.clock().advance(Duration.ofDays(8));
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?clock=DUE_SOON")
                .then()
                .body("items.size()", equalTo(3))
                .body("items.clock.state", equalTo(List.of("DUE_SOON", "DUE_SOON", "DUE_SOON")));
        world.clock().advance(Duration.ofDays(1));
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?clock=OVERDUE")
                .then()
                .body("items.clock.state", equalTo(List.of("OVERDUE", "OVERDUE", "OVERDUE")));
        assertThat(world.lane("review").path("overdue").asLong()).isEqualTo(3);
    }

    @Test
    void what_the_path_or_a_filter_does_not_know_is_refused() {
        world.clerk("clerk").get("/v1/lanes/postal/tickets").then().statusCode(404);
        world.clerk("clerk").post("/v1/lanes/postal/claims").then().statusCode(404);
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?state=ARRIVED")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:unknown-filter-value"));
        world.clerk("clerk").get("/v1/tickets/17").then().statusCode(404);
    }

    @Test
    void each_role_gets_what_it_may_see() {
        world.inReview(1);
        RestAssured.given().get("/v1/lanes").then().statusCode(401);
        world.as("school", "institution").get("/v1/lanes").then().statusCode(403);
        world.as("watcher", "observer").post("/v1/lanes/review/claims").then().statusCode(403);
        world.as("someone", "nothing").get("/v1/calendar/2026").then().statusCode(403);
        ClaimedCase held = world.claim("clerk", "review");
        world.as("watcher", "observer")
                .get("/v1/tickets/" + held.id() + "/returns")
                .then()
                .statusCode(403);
        world.as("watcher", "observer").get("/v1/notifications").then().statusCode(403);
        world.clerk("clerk").get("/v1/dead-letters").then().statusCode(403);
        world.as("other-service", "service")
                .get("/v1/tickets/" + held.id() + "/returns")
                .then()
                .statusCode(200);
    }
}
