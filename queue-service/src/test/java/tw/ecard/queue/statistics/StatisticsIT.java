package tw.ecard.queue.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.ClaimedCase;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class StatisticsIT {

    private static final String PERIOD = "/v1/statistics?from=2026-11-01&to=2026-12-31";

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @AfterEach
    void forgetClosures() {
        world.sql().update("DELETE FROM calendar_set_day");
    }

    /**
     * All arrive on Monday, 23 November. The first is approved on Wednesday: 2 working days of 6. The second is returned
     * on Tuesday, corrected on Monday the 30th and rejected on Wednesday, 2 December: 1 and 2 are 3 of 6. The third, 最速件,
     * is approved on Wednesday: 2 of 1. The fourth withdraws.
     */
    private void aFewWeeksOfReview() {
        world.inReview(1);
        ApplicationStory second = world.inReview(2);
        world.application().ofAgency().submitted(3, "MOST_URGENT", TestClock.MONDAY);
        ApplicationStory fourth = world.application().submitted(4);
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(4));

        at("2026-11-24T02:00:00Z");
        world.claim("clerk", "review");
        world.claim("clerk2", "review")
                .act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                .statusCode(200);
        at("2026-11-25T02:00:00Z");
        approve();
        approve();
        fourth.withdrawn();
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asInt()).isZero());
        at("2026-11-30T02:00:00Z");
        second.corrected(world.clock().instant());
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asInt()).isEqualTo(1));
        at("2026-12-02T02:00:00Z");
        world.claim("clerk", "review")
                .act("rejection", "{\"code\": \"DUPLICATE_APPLICATION\", \"reason\": \"重複\"}")
                .statusCode(200);
    }

    @Test
    void a_lane_is_counted_by_month_and_kind() {
        aFewWeeksOfReview();

        statistics(PERIOD)
                .body("from", equalTo("2026-11-01"))
                .body("lanes.lane", contains("REVIEW", "ISSUANCE"))
                .rootPath("lanes[0].total")
                .body("arrived", equalTo(4))
                .body("decided", equalTo(3))
                .body("approved", equalTo(2))
                .body("rejected", equalTo(1))
                .body("issued", equalTo(0))
                .body("returned", equalTo(1))
                .body("withdrawn", equalTo(1))
                .body("inTime", equalTo(2))
                .body("inTimeShare", equalTo(0.6667f))
                .body("medianWorkingDays", equalTo(2))
                .body("p90WorkingDays", equalTo(3))
                .rootPath("lanes[0]")
                .body("months.month", contains("2026-11", "2026-12"))
                .body("months[0].total.decided", equalTo(2))
                .body("months[0].total.inTime", equalTo(1))
                .body("months[1].total.decided", equalTo(1))
                .body("months[1].total.arrived", equalTo(0))
                .body("months[1].total.medianWorkingDays", equalTo(3))
                .body("kinds.institutionKind", contains("SCHOOL", "AGENCY"))
                .body("kinds[1].figures.decided", equalTo(1))
                .body("kinds[1].figures.inTime", equalTo(0))
                .body("months[1].kinds[1].figures.inTimeShare", nullValue());
        statistics("/v1/statistics?from=2026-12-01&to=2026-12-31")
                .body("lanes[0].total.decided", equalTo(1))
                .body("lanes[0].total.arrived", equalTo(0));
    }

    @Test
    void a_closure_that_is_set_afterwards_changes_every_count() {
        aFewWeeksOfReview();
        world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{\"worked\": false, \"note\": \"颱風停止上班\"}")
                .put("/v1/calendar/days/2026-11-25")
                .then()
                .statusCode(200);

        statistics(PERIOD)
                .body("lanes[0].months[0].total.medianWorkingDays", equalTo(1))
                .body("lanes[0].months[0].total.inTime", equalTo(1))
                .body("lanes[0].total.p90WorkingDays", equalTo(3));
    }

    @Test
    void cards_count_when_readers_got_them() {
        world.inIssuance(1, 10);
        ApplicationStory withdrawnFirst = world.inIssuance(2, 1000);
        at("2026-11-25T02:00:00Z");
        world.claim("clerk", "issuance").act("issuance").statusCode(200);
        world.claim("clerk", "issuance").act("issuance").statusCode(200);
        statistics(PERIOD).body("lanes[1].total.cardsIssued", equalTo(1010));

        withdrawnFirst.withdrawn();

        Await.until(() -> statistics(PERIOD).body("lanes[1].total.cardsIssued", equalTo(10)));
        statistics(PERIOD).body("lanes[1].total.issued", equalTo(2)).body("lanes[1].total.inTime", equalTo(2));
    }

    @Test
    void a_decision_in_a_year_that_the_calendar_lacks_is_counted_apart() {
        world.inReview(1);
        at("2028-01-05T02:00:00Z");
        approve();
        statistics("/v1/statistics?from=2028-01-01&to=2028-01-31")
                .body("lanes[0].total.decided", equalTo(1))
                .body("lanes[0].total.uncounted", equalTo(1))
                .body("lanes[0].total.medianWorkingDays", nullValue());
    }

    @Test
    void a_month_begins_in_taipei() {
        world.application().submitted(1, "NORMAL", Instant.parse("2026-10-31T16:30:00Z"));
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(1));
        statistics(PERIOD).body("lanes[0].months[0].total.arrived", equalTo(1));
    }

    @Test
    void the_same_comes_as_a_spreadsheet() throws IOException {
        aFewWeeksOfReview();

        byte[] file = world.as("watcher", "observer")
                .accept("*/*")
                .get(PERIOD + "&format=xlsx")
                .then()
                .statusCode(200)
                .contentType(StatisticsResource.XLSX)
                .header("Content-Disposition", "attachment; filename=\"ecard-statistics-2026-11-01-2026-12-31.xlsx\"")
                .extract()
                .asByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            // A head; for each lane the whole, a school's and an agency's share, and the same of two months.
            assertThat(rows).hasSize(1 + 2 * 3 * 3);
            assertThat(rows.get(0).stream().map(cell -> cell.getText()))
                    .containsExactlyElementsOf(StatisticsSheet.HEADERS);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("審核");
            assertThat(rows.get(1).getCellAsNumber(3))
                    .hasValueSatisfying(arrived -> assertThat(arrived).isEqualByComparingTo("4"));
            assertThat(rows.get(1).getCellAsNumber(9 + 1))
                    .hasValueSatisfying(inTime -> assertThat(inTime).isEqualByComparingTo("2"));
        }
    }

    @Test
    void a_period_that_is_none_or_too_long_is_refused() {
        world.clerk("clerk")
                .get("/v1/statistics?from=2026-12-31&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:invalid-period"));
        world.clerk("clerk")
                .get("/v1/statistics?from=2020-01-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:period-too-long"))
                .body("maximumYears", equalTo(5));
        world.clerk("clerk")
                .get("/v1/statistics?format=pdf")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:unknown-filter-value"));
        world.clerk("clerk").get("/v1/statistics").then().statusCode(200).body("lanes[0].months", hasSize(12));
        world.as("school", "institution").get("/v1/statistics").then().statusCode(403);
    }

    private void approve() {
        ClaimedCase held = world.claim("clerk", "review").checked();
        held.act("approval").statusCode(200);
    }

    private void at(String instant) {
        world.clock().set(Instant.parse(instant));
    }

    private ValidatableResponse statistics(String path) {
        return world.as("watcher", "observer").get(path).then().statusCode(200);
    }
}
