package tw.ecard.queue.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;
import tw.ecard.queue.calendar.PublishedCalendar;

/** Cases arrive on Monday, 23 November 2026: aimed at Wednesday, 2 December, due on Monday, 7 December. */
@QuarkusTest
@WithTestResource(RealStack.class)
class CalendarImportIT {

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
    void a_revision_replaces_its_year_and_moves_the_cases_whose_clock_runs() {
        ApplicationStory returned = world.inIssuance(1, 3);
        world.claim("clerk", "issuance").act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}");
        world.inIssuance(2, 3);
        world.claim("clerk", "issuance").act("issuance").statusCode(200);
        ApplicationStory running = world.inIssuance(3, 3);

        importFile(PublishedCalendar.of(2026).off("2026-11-27", "彈性放假").utf8WithMark(), "")
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("years.year", contains(2026))
                .body("years[0].revision", equalTo(true))
                .body("years[0].workingDays", equalTo(244))
                .body("years[0].changed.date", contains("2026-11-27"))
                .body("years[0].changed[0].former", equalTo("WORKING_DAY"))
                .body("years[0].changed[0].kind", equalTo("DAY_OFF"))
                .body("setDays", hasSize(0))
                .body("movedCount", equalTo(1))
                .body("moved.number", contains(3))
                .body("moved[0].formerTargetOn", equalTo("2026-12-02"))
                .body("moved[0].formerDueOn", equalTo("2026-12-07"))
                .body("moved[0].targetOn", equalTo("2026-12-03"))
                .body("moved[0].dueOn", equalTo("2026-12-08"));

        Await.until(
                () -> assertThat(world.said(running.id(), "case.rescheduled")).hasSize(1));
        JsonNode told = world.said(running.id(), "case.rescheduled").get(0);
        assertThat(told.path("formerDueOn").asText()).isEqualTo("2026-12-07");
        assertThat(told.path("dueOn").asText()).isEqualTo("2026-12-08");
        assertThat(world.said(returned.id(), "case.rescheduled")).isEmpty();
        world.clerk("clerk")
                .get("/v1/lanes/issuance/tickets?state=WAITING")
                .then()
                .body("items.clock.dueOn", contains("2026-12-08"));
        world.as("school", "institution")
                .get("/v1/calendar/2026")
                .then()
                .body("days.find { it.date == '2026-11-27' }.note", equalTo("彈性放假"));
        importFile(PublishedCalendar.of(2026).off("2026-11-27", "彈性放假").big5(), "")
                .statusCode(200)
                .body("years[0].changed", hasSize(0))
                .body("movedCount", equalTo(0));
    }

    @Test
    void a_revision_that_moves_only_the_day_aimed_at_is_told_too() {
        ApplicationStory story = world.inIssuance(1, 3);
        importFile(
                        PublishedCalendar.of(2026)
                                .off("2026-12-01", "")
                                .worked("2026-12-05")
                                .utf8(),
                        "")
                .body("movedCount", equalTo(1))
                .body("moved[0].targetOn", equalTo("2026-12-03"))
                .body("moved[0].formerDueOn", equalTo("2026-12-07"))
                .body("moved[0].dueOn", equalTo("2026-12-07"));
        Await.until(() -> assertThat(world.said(story.id(), "case.rescheduled")).hasSize(1));
    }

    @Test
    void a_dry_run_gives_the_same_answer_and_changes_nothing() {
        ApplicationStory story = world.inIssuance(1, 3);
        byte[] file = PublishedCalendar.of(2026).off("2026-11-27", "彈性放假").utf8();
        long entries = auditEntries();
        String dry = importFile(file, "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("movedCount", equalTo(1))
                .extract()
                .asString();
        world.clerk("clerk").get("/v1/lanes/issuance/tickets").then().body("items.clock.dueOn", contains("2026-12-07"));
        assertThat(auditEntries()).isEqualTo(entries);

        String real = importFile(file, "").statusCode(200).extract().asString();
        assertThat(real).isEqualTo(dry.replace("\"dryRun\":true", "\"dryRun\":false"));
        Await.until(() -> assertThat(world.said(story.id(), "case.rescheduled")).hasSize(1));
    }

    @Test
    void days_set_by_hand_outlive_a_revision_unless_it_is_to_replace_them() {
        world.inIssuance(1, 3);
        close("2026-11-25").statusCode(200);
        close("2026-07-10").statusCode(200);
        byte[] file = PublishedCalendar.of(2026).off("2026-07-10", "").utf8();
        importFile(file, "")
                .statusCode(200)
                .body("years[0].changed", hasSize(0))
                .body("setDays.date", contains("2026-07-10", "2026-11-25"))
                .body("setDays.kept", contains(true, true))
                .body("setDays[0].published", equalTo("DAY_OFF"))
                .body("setDays[1].kind", equalTo("DAY_OFF"))
                .body("setDays[1].published", equalTo("WORKING_DAY"))
                .body("setDays[1].note", equalTo("颱風停止上班"))
                .body("movedCount", equalTo(0));
        importFile(file, "?replaceSetDays=true")
                .statusCode(200)
                .body("years[0].changed.date", contains("2026-11-25"))
                .body("setDays.kept", contains(false, false))
                .body("moved[0].formerDueOn", equalTo("2026-12-08"))
                .body("moved[0].dueOn", equalTo("2026-12-07"));
        importFile(file, "").body("setDays", hasSize(0));
    }

    @Test
    void a_new_year_gives_a_due_date_to_the_cases_that_waited_for_it() {
        ApplicationStory story = world.application().submitted(1, "NORMAL", Instant.parse("2027-12-28T02:00:00Z"));
        Await.until(() -> assertThat(world.said(story.id(), "case.admitted")).hasSize(1));
        importFile(PublishedCalendar.plain(2028).off("2028-01-01", "開國紀念日").utf8WithMark(), "")
                .statusCode(200)
                .body("years[0].revision", equalTo(false))
                .body("years[0].changed", hasSize(0))
                .body("moved[0].formerDueOn", nullValue())
                .body("moved[0].dueOn", equalTo("2028-01-06"));
        world.as("school", "institution").get("/v1/calendar/2028").then().statusCode(200);
    }

    @Test
    void what_an_import_did_stands_in_the_audit_log_as_counts() {
        world.inIssuance(1, 3);
        close("2026-11-25").statusCode(200);
        importFile(PublishedCalendar.of(2026).off("2026-11-27", "").utf8(), "").statusCode(200);
        admin().get("/v1/audit-entries?action=CALENDAR_IMPORTED&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].subjectId", equalTo("2026"))
                .body("items[0].actor", equalTo("admin"))
                .body("items[0].detail.moved", equalTo(1))
                .body("items[0].detail.setDaysKept", equalTo(1));
        admin().get("/v1/audit-entries/verification").then().body("intact", equalTo(true));
    }

    @Test
    void the_same_key_gets_the_first_answer_again() {
        world.inIssuance(1, 3);
        byte[] file = PublishedCalendar.of(2026).off("2026-11-27", "").utf8();
        String key = UUID.randomUUID().toString();
        String first = PublishedCalendar.sentBy(admin().header("Idempotency-Key", key), file, "")
                .statusCode(200)
                .body("movedCount", equalTo(1))
                .extract()
                .asString();
        assertThat(PublishedCalendar.sentBy(admin().header("Idempotency-Key", key), file, "")
                        .extract()
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void of_very_many_moved_cases_all_are_counted_and_the_first_are_listed() {
        Instant arrivedAt = world.clock().instant();
        world.sql().update("""
                INSERT INTO ticket (id, revision, lane, number, state, round, application_id, receipt_number,
                    institution_code, institution_name, speed, arrived_at)
                SELECT gen_random_uuid(), 0, 'REVIEW', n, 'WAITING', 1, gen_random_uuid(), lpad(n::text, 10, '0'),
                    '999901', '示範高級中學', 'NORMAL', ? FROM generate_series(1, 1234) n""", arrivedAt);
        world.sql().update("""
                INSERT INTO clock_entry (ticket_id, position, event, at) SELECT id, 0, 'STARTED', arrived_at FROM ticket""");
        importFile(PublishedCalendar.of(2026).off("2026-11-27", "").utf8(), "")
                .statusCode(200)
                .body("movedCount", equalTo(1234))
                .body("moved", hasSize(200))
                .body("moved.dueOn", everyItem(equalTo("2026-12-02")));
        assertThat(world.sql().number("SELECT count(*) FROM ticket WHERE due_on = '2026-12-02'"))
                .isEqualTo(1234);
        assertThat(world.sql()
                        .number("SELECT count(*) FROM outbox WHERE type = 'tw.ecard.case.rescheduled.v1'"
                                + " AND subject IN (SELECT application_id::text FROM ticket)"))
                .isEqualTo(1234);
    }

    private ValidatableResponse close(String date) {
        return admin().contentType(ContentType.JSON)
                .body("{\"worked\": false, \"note\": \"颱風停止上班\"}")
                .put("/v1/calendar/days/" + date)
                .then();
    }

    private ValidatableResponse importFile(byte[] file, String query) {
        return PublishedCalendar.sentBy(admin(), file, query);
    }

    private RequestSpecification admin() {
        return world.as("admin", "administrator");
    }

    private long auditEntries() {
        return world.sql().number("SELECT count(*) FROM audit_entry");
    }
}
