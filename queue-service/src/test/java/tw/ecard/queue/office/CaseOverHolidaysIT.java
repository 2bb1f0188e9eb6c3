package tw.ecard.queue.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.ClaimedCase;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;
import tw.ecard.queue.calendar.PublishedCalendar;

/** One case over the New Year holidays of 2026: 02-16 to 02-20 and 02-27 are off. */
@QuarkusTest
@WithTestResource(RealStack.class)
class CaseOverHolidaysIT {

    private static final Instant WEDNESDAY_BEFORE = Instant.parse("2026-02-11T02:00:00Z");
    private static final Instant FRIDAY_BEFORE = Instant.parse("2026-02-13T06:00:00Z");
    private static final Instant MONDAY_AFTER = Instant.parse("2026-02-23T01:00:00Z");

    @Inject
    World world;

    @Inject
    ShippedAgain shipped;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @AfterEach
    void calendarAsShipped() {
        shipped.load();
    }

    @Test
    void a_case_moves_with_its_correction_as_the_ledger_says_and_again_with_a_revision_of_the_year() {
        world.clock().set(WEDNESDAY_BEFORE);
        ApplicationStory story = world.application().completedDocuments(1, 30, WEDNESDAY_BEFORE);
        Await.until(() -> assertThat(world.said(story.id(), "case.admitted")).hasSize(1));
        assertDates(world.said(story.id(), "case.admitted").get(0), "2026-03-02", "2026-03-05");

        world.clock().set(FRIDAY_BEFORE);
        ClaimedCase held = world.claim("clerk", "issuance");
        held.act("return", "{\"reasons\": [{\"code\": \"DOCUMENT_MISMATCH\"}]}").statusCode(200);
        world.clock().set(MONDAY_AFTER);
        clock(held)
                .body("clock.state", equalTo("PAUSED"))
                .body("clock.workingDaysUsed", equalTo(2))
                .body("clock.workingDaysLeft", equalTo(8))
                .body("clock.dueOn", nullValue());

        story.corrected(MONDAY_AFTER);
        Await.until(() -> assertThat(world.said(story.id(), "case.rescheduled")).hasSize(1));
        JsonNode corrected = world.said(story.id(), "case.rescheduled").get(0);
        assertDates(corrected, "2026-03-03", "2026-03-06");
        assertThat(corrected.path("formerDueOn").isNull()).isTrue();
        clock(held)
                .body("entries.event", contains("STARTED", "PAUSED", "RESUMED"))
                .body("clock.state", equalTo("ON_TIME"))
                .body("clock.workingDaysUsed", equalTo(2))
                .body("clock.dueOn", equalTo("2026-03-06"));

        byte[] revision = PublishedCalendar.of(2026).off("2026-03-02", "調整放假").big5();
        world.as("admin", "administrator")
                .multiPart("file", "115年辦公日曆表.csv", revision, "text/csv")
                .post("/v1/calendar/imports")
                .then()
                .statusCode(200)
                .body("moved.ticketId", contains(held.id()))
                .body("moved[0].formerTargetOn", equalTo("2026-03-03"))
                .body("moved[0].formerDueOn", equalTo("2026-03-06"))
                .body("moved[0].targetOn", equalTo("2026-03-04"))
                .body("moved[0].dueOn", equalTo("2026-03-09"));
        Await.until(() -> assertThat(world.said(story.id(), "case.rescheduled")).hasSize(2));
        JsonNode revised = world.said(story.id(), "case.rescheduled").get(1);
        assertDates(revised, "2026-03-04", "2026-03-09");
        assertThat(revised.path("formerTargetOn").asText()).isEqualTo("2026-03-03");
        assertThat(revised.path("formerDueOn").asText()).isEqualTo("2026-03-06");
        clock(held).body("clock.dueOn", equalTo("2026-03-09"));
    }

    private ValidatableResponse clock(ClaimedCase held) {
        return world.clerk("clerk")
                .get("/v1/tickets/" + held.id() + "/clock")
                .then()
                .statusCode(200);
    }

    private static void assertDates(JsonNode event, String targetOn, String dueOn) {
        assertThat(event.path("targetOn").asText()).isEqualTo(targetOn);
        assertThat(event.path("dueOn").asText()).isEqualTo(dueOn);
    }
}
