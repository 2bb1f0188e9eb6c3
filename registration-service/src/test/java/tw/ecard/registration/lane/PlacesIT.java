package tw.ecard.registration.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.HandSetClock;
import tw.ecard.registration.QueueServiceSays;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomePlaces;
import tw.ecard.registration.Tokens;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class PlacesIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final Map<String, ?> RETURNED = Map.of(
            "lane",
            "REVIEW",
            "ticketId",
            UUID.randomUUID(),
            "requires",
            List.of("PAPERS"),
            "reasons",
            List.of("SEAL_MISSING"),
            "rows",
            List.of());

    @Inject
    SomePlaces some;

    @Inject
    QueueServiceSays queue;

    @Inject
    HandSetClock clock;

    @BeforeEach
    void beginAnew() {
        clock.set(MONDAY);
        some.emptyLanes();
    }

    @AfterEach
    void letTheClockRun() {
        clock.letRun();
    }

    @Test
    void every_case_that_waits_or_is_in_work_before_it_counts_and_no_other() {
        UUID first = some.inReview();
        UUID second = some.inReview();
        UUID third = some.inReview();
        UUID fourth = some.inReview();
        shown(fourth).body("queue.ahead", equalTo(3));

        claimed(first, Duration.ofMinutes(30));
        shown(first).body("queue.state", equalTo("IN_WORK")).body("queue.ahead", equalTo(0));
        shown(fourth).body("queue.ahead", equalTo(3));

        queue.about(first, "application.returned", RETURNED);
        shown(first).body("queue.state", equalTo("RETURNED"));
        shown(fourth).body("queue.ahead", equalTo(2));

        withdraw(second);
        shown(second).body("queue.ahead", equalTo(0));
        shown(fourth).body("queue.ahead", equalTo(1));

        claimed(third, Duration.ofMinutes(30));
        queue.about(third, "application.approved", Map.of("lane", "REVIEW", "reasons", List.of()));
        shown(third).body("queue.state", equalTo("DONE")).body("queue.ahead", equalTo(0));
        shown(fourth).body("queue.ahead", equalTo(0));
    }

    @Test
    void a_corrected_case_stands_before_those_behind_its_number_again() {
        UUID returned = some.inIssuance(10);
        UUID behind = some.inIssuance(20);
        queue.about(
                returned,
                "application.returned",
                Map.of(
                        "lane",
                        "ISSUANCE",
                        "ticketId",
                        UUID.randomUUID(),
                        "requires",
                        List.of("ROSTER"),
                        "reasons",
                        List.of("READER_NOT_ELIGIBLE"),
                        "rows",
                        List.of(17)));
        shown(behind).body("queue.ahead", equalTo(0));

        some.accept(returned, 9);

        shown(returned).body("queue.state", equalTo("WAITING")).body("queue.ahead", equalTo(0));
        shown(behind).body("queue.ahead", equalTo(1));
    }

    @Test
    void a_claim_that_is_over_or_given_back_lets_the_case_wait_again() {
        UUID id = some.inReview();
        claimed(id, Duration.ofMinutes(30));
        clock.set(MONDAY.plus(Duration.ofMinutes(29)));
        shown(id).body("queue.state", equalTo("IN_WORK"));
        claimed(id, Duration.ofMinutes(30));
        clock.set(MONDAY.plus(Duration.ofMinutes(58)));
        shown(id).body("queue.state", equalTo("IN_WORK"));
        clock.set(MONDAY.plus(Duration.ofMinutes(59)));
        shown(id).body("queue.state", equalTo("WAITING"));

        claimed(id, Duration.ofMinutes(30));
        queue.about(id, "case.released", Map.of("lane", "REVIEW"));
        shown(id).body("queue.state", equalTo("WAITING"));
    }

    @Test
    void a_claim_that_is_told_after_the_withdrawal_changes_nothing() {
        UUID id = some.inReview();
        withdraw(id);
        claimed(id, Duration.ofMinutes(30));
        shown(id).body("queue.state", equalTo("DONE")).body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void a_page_shows_each_application_as_it_shows_alone() {
        // The latest receipt numbers come first, and those of the tests before are of this year.
        clock.letRun();
        List<UUID> ids = List.of(some.inReview(), some.inIssuance(3), some.inReview(), some.inIssuance(4));
        queue.about(ids.get(0), "application.returned", RETURNED);

        List<Map<String, ?>> page = Tokens.asSchool()
                .get("/v1/applications?limit=4")
                .then()
                .statusCode(200)
                .extract()
                .path("items");

        assertThat(page)
                .hasSize(4)
                .allSatisfy(item -> assertThat(item)
                        .isEqualTo(shown(UUID.fromString(item.get("id").toString()))
                                .extract()
                                .path("$")));
        assertThat(page)
                .extracting(item -> UUID.fromString(item.get("id").toString()))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private void claimed(UUID id, Duration lease) {
        queue.about(
                id,
                "case.claimed",
                Map.of("lane", "REVIEW", "leaseUntil", clock.instant().plus(lease)));
    }

    private static void withdraw(UUID id) {
        Tokens.asSchool().post("/v1/applications/{id}/withdrawal", id).then().statusCode(200);
    }

    private static ValidatableResponse shown(UUID id) {
        return Tokens.asSchool().get("/v1/applications/{id}", id).then().statusCode(200);
    }
}
