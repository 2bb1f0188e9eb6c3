package tw.ecard.queue.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.ClaimedCase;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.ExceptionalDay;

@QuarkusTest
@WithTestResource(RealStack.class)
class CalendarIT {

    @Inject
    World world;

    @Inject
    Calendars calendars;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @AfterEach
    void forgetClosures() {
        world.sql().update("DELETE FROM calendar_set_day");
    }

    @Test
    void a_change_that_was_rolled_back_leaves_no_trace() {
        ExceptionalDay closure = new ExceptionalDay(LocalDate.of(2026, 11, 25), false, "颱風");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    calendars.holdForChange();
                    calendars.set(closure, "admin");
                    assertThat(calendars.current().exceptionOn(closure.date())).contains(closure);
                    throw new IllegalStateException("the change is not made");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(calendars.current().exceptionOn(closure.date())).isEmpty();

        ExceptionalDay another = new ExceptionalDay(closure.date().plusDays(1), false, "地震");
        QuarkusTransaction.requiringNew().run(() -> {
            calendars.holdForChange();
            calendars.set(another, "admin");
        });
        assertThat(calendars.current().exceptionOn(closure.date())).isEmpty();
        assertThat(calendars.current().exceptionOn(another.date())).contains(another);
    }

    @Test
    void anybody_with_a_token_reads_a_year_day_by_day() {
        world.as("school", "institution")
                .get("/v1/calendar/2026")
                .then()
                .statusCode(200)
                .body("days", hasSize(365))
                .body("workingDays", equalTo(245))
                .body("days.find { it.date == '2026-09-28' }.kind", equalTo("DAY_OFF"))
                .body("days.find { it.date == '2026-09-28' }.setByHand", equalTo(false))
                .body("days.find { it.date == '2026-11-22' }.kind", equalTo("WEEKEND"));
        world.as("school", "institution")
                .get("/v1/calendar/2028")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ecard:problem:unknown-calendar-year"))
                .body("year", equalTo(2028));
    }

    @Test
    void a_typhoon_moves_the_dates_of_open_cases_and_leaves_the_claimants_revision_good() {
        ApplicationStory story = world.inIssuance(1, 3);
        ClaimedCase held = world.claim("clerk", "issuance");
        close("2026-11-25")
                .statusCode(200)
                .body("day.kind", equalTo("DAY_OFF"))
                .body("day.note", equalTo("颱風停止上班"))
                .body("day.setByHand", equalTo(true))
                .body("movedCount", equalTo(1))
                .body("moved.ticketId", contains(held.id()))
                .body("moved[0].formerTargetOn", equalTo("2026-12-02"))
                .body("moved[0].formerDueOn", equalTo("2026-12-07"))
                .body("moved[0].targetOn", equalTo("2026-12-03"))
                .body("moved[0].dueOn", equalTo("2026-12-08"));
        close("2026-11-25").statusCode(200).body("movedCount", equalTo(0)).body("moved", hasSize(0));

        Await.until(() -> assertThat(world.said(story.id(), "case.rescheduled")).hasSize(1));
        JsonNode told = world.said(story.id(), "case.rescheduled").get(0);
        assertThat(told.path("dueOn").asText()).isEqualTo("2026-12-08");
        assertThat(told.path("formerDueOn").asText()).isEqualTo("2026-12-07");
        held.act("issuance").statusCode(200);
    }

    @Test
    void a_closure_that_was_taken_back_moves_the_dates_back() {
        world.inIssuance(1, 3);
        close("2026-11-25").statusCode(200);
        takeBack("2026-11-25")
                .statusCode(200)
                .body("day.kind", equalTo("WORKING_DAY"))
                .body("day.setByHand", equalTo(false))
                .body("moved[0].formerDueOn", equalTo("2026-12-08"))
                .body("moved[0].dueOn", equalTo("2026-12-07"));
        takeBack("2026-11-25").statusCode(404).body("type", equalTo("urn:ecard:problem:calendar-day-not-set"));
        takeBack("2026-09-28").statusCode(404).body("type", equalTo("urn:ecard:problem:calendar-day-not-set"));
    }

    @Test
    void who_changed_which_day_stands_in_the_audit_log() {
        world.inIssuance(1, 3);
        close("2026-11-26").statusCode(200);
        takeBack("2026-11-26").statusCode(200);
        world.as("admin", "administrator")
                .get("/v1/audit-entries?subject=2026-11-26&limit=2")
                .then()
                .statusCode(200)
                .body("items.action", contains("CALENDAR_DAY_TAKEN_BACK", "CALENDAR_DAY_SET"))
                .body("items[1].actor", equalTo("admin"))
                .body("items[1].role", equalTo("administrator"))
                .body("items[1].subjectKind", equalTo("CALENDAR_DAY"))
                .body("items[1].detail.worked", equalTo(false))
                .body("items[1].detail.moved", equalTo(1));
    }

    @Test
    void only_an_administrator_sets_real_days_of_known_years() {
        world.clerk("clerk")
                .contentType(ContentType.JSON)
                .body("{\"worked\": false}")
                .put("/v1/calendar/days/2026-11-25")
                .then()
                .statusCode(403);
        world.clerk("clerk").delete("/v1/calendar/days/2026-11-25").then().statusCode(403);
        close("2028-01-03").statusCode(404).body("type", equalTo("urn:ecard:problem:unknown-calendar-year"));
        close("2026-02-30").statusCode(404).body("type", equalTo("urn:ecard:problem:no-such-day"));
        world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/calendar/days/2026-11-25")
                .then()
                .statusCode(400);
    }

    @Test
    void a_case_whose_year_is_missing_is_admitted_and_names_the_year() {
        ApplicationStory story = world.application().submitted(1, "NORMAL", Instant.parse("2027-12-28T02:00:00Z"));
        Await.until(() -> assertThat(world.said(story.id(), "case.admitted")).hasSize(1));
        assertThat(world.said(story.id(), "case.admitted").get(0).path("dueOn").isNull())
                .isTrue();
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets")
                .then()
                .body("items[0].clock.missingCalendarYear", equalTo(2028))
                .body("items[0].clock.state", equalTo("ON_TIME"));
    }

    private ValidatableResponse takeBack(String date) {
        return world.as("admin", "administrator")
                .delete("/v1/calendar/days/" + date)
                .then();
    }

    private ValidatableResponse close(String date) {
        return world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{\"worked\": false, \"note\": \"颱風停止上班\"}")
                .put("/v1/calendar/days/" + date)
                .then();
    }
}
