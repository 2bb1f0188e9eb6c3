package tw.ecard.registration.lane;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.HandSetClock;
import tw.ecard.registration.QueueServiceSays;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomePlaces;
import tw.ecard.registration.Tokens;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class ExpectedDateIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final List<String> SCHEDULE = List.of(
            "2026-11-24",
            "2026-11-25",
            "2026-11-26",
            "2026-11-27",
            "2026-11-30",
            "2026-12-01",
            "2026-12-02",
            "2026-12-03");

    @Inject
    SomePlaces some;

    @Inject
    QueueServiceSays queue;

    @Inject
    HandSetClock clock;

    @Inject
    Sql sql;

    @BeforeEach
    void beginAnew() {
        clock.set(MONDAY);
        some.emptyLanes();
        sql.update("DELETE FROM lane_pace");
    }

    @AfterEach
    void letTheClockRun() {
        clock.letRun();
    }

    @Test
    void a_case_is_expected_by_the_cases_before_it_and_moves_up_with_them() {
        UUID first = some.inReview();
        UUID second = some.inReview();
        UUID third = some.inReview();
        queue.pace("REVIEW", pace(20, 20, null, true));
        shown(first).body("queue.expectedOn", equalTo("2026-11-24"));
        shown(third).body("queue.expectedOn", equalTo("2026-11-26")).body("queue.expectedOnUnknown", nullValue());

        claimed(first);
        shown(first).body("queue.expectedOn", equalTo("2026-11-23"));
        shown(third).body("queue.expectedOn", equalTo("2026-11-26"));

        queue.about(first, "application.approved", Map.of("lane", "REVIEW", "reasons", List.of()));
        shown(first).body("queue.expectedOn", nullValue()).body("queue.expectedOnUnknown", nullValue());
        shown(second).body("queue.expectedOn", equalTo("2026-11-24"));
        shown(third).body("queue.expectedOn", equalTo("2026-11-25"));

        clock.set(MONDAY.plus(Duration.ofDays(5)));
        shown(second).body("queue.expectedOn", equalTo("2026-11-30"));
    }

    @Test
    void many_people_before_it_take_their_time() {
        some.inIssuance(500);
        UUID second = some.inIssuance(100);
        queue.pace("ISSUANCE", pace(20, 40, 4000L, true));
        shown(second).body("queue.ahead", equalTo(1)).body("queue.expectedOn", equalTo("2026-11-26"));
    }

    @Test
    void nothing_is_invented() {
        UUID first = some.inReview();
        shown(first)
                .body("queue.expectedOn", nullValue())
                .body("queue.expectedOnUnknown", equalTo("TOO_LITTLE_HISTORY"));
        queue.pace("REVIEW", pace(20, 9, null, false));
        shown(first)
                .body("queue.expectedOn", nullValue())
                .body("queue.expectedOnUnknown", equalTo("TOO_LITTLE_HISTORY"));

        queue.pace("REVIEW", pace(20, 10, null, true));
        shown(first).body("queue.expectedOn", equalTo("2026-11-25"));
        clock.set(MONDAY.plus(Duration.ofDays(9)));
        shown(first).body("queue.expectedOn", nullValue()).body("queue.expectedOnUnknown", equalTo("BEYOND_CALENDAR"));

        queue.about(
                first,
                "application.returned",
                Map.of(
                        "lane",
                        "REVIEW",
                        "ticketId",
                        UUID.randomUUID(),
                        "requires",
                        List.of("PAPERS"),
                        "reasons",
                        List.of("SEAL_MISSING"),
                        "rows",
                        List.of()));
        shown(first).body("queue.expectedOn", nullValue()).body("queue.expectedOnUnknown", equalTo("RETURNED"));
    }

    @Test
    void a_delay_that_the_contact_was_told_stands_in_the_timeline_and_where_nothing_better_is_known() {
        UUID first = some.inIssuance(10);
        delayed(first, "2026-12-07", "2026-12-10");

        shown(first).body("queue.expectedOn", equalTo("2026-12-10"));
        Tokens.asSchool()
                .get("/v1/applications/{id}/timeline", first)
                .then()
                .body("[-1].what", equalTo("DELAYED"))
                .body("[-1].details", equalTo("2026-12-10"));

        queue.pace("ISSUANCE", pace(20, 40, 4000L, true));
        shown(first).body("queue.expectedOn", equalTo("2026-11-24"));
    }

    @Test
    void a_delay_of_an_application_that_was_withdrawn_is_told_to_nobody() {
        UUID first = some.inIssuance(10);
        Tokens.asSchool().post("/v1/applications/{id}/withdrawal", first).then().statusCode(200);
        delayed(first, "2026-12-07", "2026-12-10");
        Tokens.asSchool().get("/v1/applications/{id}/timeline", first).then().body("[-1].what", equalTo("WITHDRAWN"));
    }

    private void delayed(UUID id, String dueOn, String expectedOn) {
        queue.about(id, "case.delayed", Map.of("lane", "ISSUANCE", "dueOn", dueOn, "expectedOn", expectedOn));
    }

    private void claimed(UUID id) {
        queue.about(
                id,
                "case.claimed",
                Map.of("lane", "REVIEW", "leaseUntil", clock.instant().plus(Duration.ofMinutes(30))));
    }

    private static Map<String, ?> pace(int workingDays, int cases, Long readers, boolean enough) {
        Map<String, Object> data = new HashMap<>();
        data.put("measuredOn", "2026-11-23");
        data.put("workingDays", workingDays);
        data.put("cases", cases);
        data.put("readers", readers);
        data.put("enough", enough);
        data.put("schedule", SCHEDULE);
        return data;
    }

    private static ValidatableResponse shown(UUID id) {
        return Tokens.asSchool().get("/v1/applications/{id}", id).then().statusCode(200);
    }
}
