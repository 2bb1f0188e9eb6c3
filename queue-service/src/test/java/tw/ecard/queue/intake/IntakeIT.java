package tw.ecard.queue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
class IntakeIT {

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void a_case_waits_until_every_number_before_it_has_come() {
        ApplicationStory third = world.application().submitted(3);
        ApplicationStory second = world.application().submitted(2);
        Await.until(() -> assertThat(numbersThatCame()).isEqualTo(2));
        assertThat(world.admittedUpTo("review")).isZero();
        assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1);
        world.clerk("clerk").post("/v1/lanes/review/claims").then().statusCode(204);
        world.clerk("clerk").get("/v1/lanes/review/tickets").then().body("items", hasSize(0));

        ApplicationStory first = world.application().submitted(1);
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(3));
        assertThat(world.lane("review").path("waitsForNumber").isNull()).isTrue();
        for (ApplicationStory story : new ApplicationStory[] {first, second, third}) {
            assertThat(world.claim("clerk", "review")
                            .ticket()
                            .path("applicationId")
                            .asText())
                    .isEqualTo(story.id().toString());
        }
    }

    @Test
    void an_admitted_case_is_announced_with_its_dates_which_count_from_its_arrival() {
        world.clock().advance(Duration.ofDays(2));
        ApplicationStory story = world.application().completedDocuments(1, 1203);

        Await.until(() -> assertThat(world.said(story.id(), "case.admitted")).hasSize(1));
        JsonNode admitted = world.said(story.id(), "case.admitted").get(0);
        assertThat(admitted.path("targetOn").asText()).isEqualTo("2026-12-02");
        assertThat(admitted.path("dueOn").asText()).isEqualTo("2026-12-07");
        world.clerk("clerk")
                .get("/v1/tickets/" + admitted.path("ticketId").asText())
                .then()
                .body("clock.workingDaysUsed", equalTo(2))
                .body("readers", equalTo(1203));
    }

    @Test
    void an_event_that_comes_twice_takes_effect_once() {
        ApplicationStory story = world.application().submitted(1).again().again();
        world.inReview(2);
        assertThat(numbersThatCame()).isEqualTo(2);
        Await.until(() -> assertThat(world.said(story.id(), "case.admitted")).hasSize(1));
    }

    @Test
    void an_application_withdrawn_before_its_admission_does_not_hold_up_the_lane() {
        ApplicationStory withdrawn = world.application().submitted(2).withdrawn();
        ApplicationStory third = world.application().submitted(3);
        Await.until(() -> assertThat(numbersThatCame()).isEqualTo(2));
        Await.until(() -> assertThat(world.sql().number("SELECT count(*) FROM ticket WHERE state = 'DONE'"))
                .isEqualTo(1));
        ApplicationStory first = world.inReview(1);

        assertThat(world.admittedUpTo("review")).isEqualTo(3);
        assertThat(world.claim("clerk", "review").ticket().path("applicationId").asText())
                .isEqualTo(first.id().toString());
        assertThat(world.claim("clerk", "review").ticket().path("applicationId").asText())
                .isEqualTo(third.id().toString());
        assertThat(world.said(withdrawn.id(), "case.admitted")).isEmpty();
    }

    @Test
    void a_corrected_case_keeps_its_place_and_its_clock_goes_on() {
        ApplicationStory first = world.inReview(1);
        world.inReview(2);
        ClaimedCase held = world.claim("clerk", "review");
        held.act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}").statusCode(200);
        assertThat(world.lane("review").path("returned").asLong()).isEqualTo(1);

        Instant thursday = TestClock.MONDAY.plus(Duration.ofDays(3));
        world.clock().set(thursday);
        first.corrected(thursday);
        Await.until(() -> assertThat(world.said(first.id(), "case.rescheduled")).hasSize(1));

        ClaimedCase again = world.claim("clerk", "review");
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.ticket().path("round").asInt()).isEqualTo(2);
        // Returned on the day of arrival: none of the six working days is used when it comes back on Thursday.
        assertThat(again.ticket().path("clock").path("dueOn").asText()).isEqualTo("2026-12-04");
    }

    @Test
    void a_case_can_be_withdrawn_while_a_clerk_has_it() {
        ApplicationStory story = world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review").checked();
        story.withdrawn();
        Await.until(() ->
                world.clerk("clerk").get("/v1/tickets/" + held.id()).then().body("outcome", equalTo("WITHDRAWN")));
        held.act("approval").statusCode(412);
        assertThat(world.said(story.id(), "application.approved")).isEmpty();
    }

    @Test
    void a_number_that_two_applications_claim_becomes_a_dead_letter_and_changes_nothing() {
        ApplicationStory first = world.inReview(1);
        ApplicationStory impostor = world.application().submitted(1);
        Await.until(() -> world.as("admin", "administrator")
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items.findAll { it.subject == '" + impostor.id() + "' }", hasSize(1)));
        assertThat(world.claim("clerk", "review").ticket().path("applicationId").asText())
                .isEqualTo(first.id().toString());
    }

    private long numbersThatCame() {
        return world.sql().number("SELECT count(*) FROM ticket");
    }
}
