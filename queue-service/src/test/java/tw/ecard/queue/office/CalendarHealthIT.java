package tw.ecard.queue.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

/** The shipped calendar ends with 2027. */
@QuarkusTest
@WithTestResource(RealStack.class)
class CalendarHealthIT {

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-11-01T15:59:59Z,",
        "2027-11-01T16:00:00Z, load the office calendar of 2028",
        "2028-03-01T02:00:00Z, load the office calendar of 2028",
    })
    void it_warns_sixty_days_before_a_year_begins_that_is_not_loaded(Instant now, String warning) {
        world.clock().set(now);
        health().body("data.firstMissingYear", equalTo(2028))
                .body("data.openCasesWithoutDueDate", equalTo(0))
                .body("data.warning", warning == null ? nullValue() : equalTo(warning));
    }

    @Test
    void it_warns_while_an_open_case_has_no_due_date_for_want_of_a_year() {
        world.clock().set(Instant.parse("2027-10-20T02:00:00Z"));
        health().body("data.warning", nullValue());
        ApplicationStory story = world.application().submitted(1, "NORMAL", Instant.parse("2027-12-28T02:00:00Z"));
        Await.until(() -> assertThat(world.said(story.id(), "case.admitted")).hasSize(1));
        health().body("data.openCasesWithoutDueDate", equalTo(1))
                .body("data.warning", equalTo("load the office calendar of 2028"));
    }

    /** UP all the same: nothing that a restart, or less traffic, would mend. */
    private static ValidatableResponse health() {
        return RestAssured.get("/q/health")
                .then()
                .rootPath("checks.find { it.name == 'calendar' }")
                .body("status", equalTo("UP"));
    }
}
