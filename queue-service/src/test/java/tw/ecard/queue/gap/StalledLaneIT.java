package tw.ecard.queue.gap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.World;

/** A lane that stands still is seen by people and by alarms. */
@QuarkusTest
@WithTestResource(RealStack.class)
class StalledLaneIT {

    private static final Duration ALARM = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    CatchingUp catchingUp;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
        // What a replica does at its start is done before the test begins.
        catchingUp.look();
    }

    @Test
    void a_lane_that_stands_still_for_half_a_minute_is_reported_with_the_number_and_the_service_stays_ready() {
        world.application().submitted(2);
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1));
        world.clock().advance(ALARM.minusMillis(1));
        assertThat(lanesCheck(200).getString("status")).isEqualTo("UP");

        world.clock().advance(Duration.ofMillis(1));

        JsonPath check = lanesCheck(503);
        assertThat(check.getString("status")).isEqualTo("DOWN");
        assertThat(check.getString("data.status")).isEqualTo("DEGRADED");
        assertThat(check.getLong("data.'review.waitsForNumber'")).isEqualTo(1);
        assertThat(check.getString("data.'review.stalledSince'")).isEqualTo(TestClock.MONDAY.toString());
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);

        world.inReview(1);
        assertThat(lanesCheck(200).getString("data.status")).isEqualTo("OK");
    }

    @Test
    void a_poisoned_last_event_is_reported_within_a_minute_though_nothing_came_after_it() {
        world.inReview(1);
        ApplicationStory poison = world.application().submitted(2, "OF_NO_SPEED", TestClock.MONDAY);
        Await.until(() -> world.as("admin", "administrator")
                .get("/v1/dead-letters")
                .then()
                .body("items.findAll { it.subject == '" + poison.id() + "' }", hasSize(1)));
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(2));

        world.clock().advance(Duration.ofMinutes(1));

        JsonPath check = lanesCheck(503);
        assertThat(check.getLong("data.'review.waitsForNumber'")).isEqualTo(2);
        assertThat(check.getLong("data.openDeadLetters")).isPositive();
        world.as("admin", "administrator")
                .get("/v1/dead-letters")
                .then()
                .body("items.findAll { it.subject == '" + poison.id() + "' }", hasSize(1));
    }

    @Test
    void the_meters_say_how_far_each_lane_is_and_for_how_long_it_has_been_waiting() {
        world.inReview(1);
        world.application().submitted(3);
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(2));
        world.clock().advance(Duration.ofSeconds(90));

        assertThat(meter("ecard_lane_admitted{lane=\"review\"}")).isEqualTo(1);
        assertThat(meter("ecard_lane_waits_for{lane=\"review\"}")).isEqualTo(2);
        assertThat(meter("ecard_lane_stalled_seconds{lane=\"review\"}")).isEqualTo(90);
        assertThat(meter("ecard_lane_waits_for{lane=\"issuance\"}")).isZero();
        assertThat(meter("ecard_lane_stalled_seconds{lane=\"issuance\"}")).isZero();
        assertThat(meter("ecard_dead_letters_open")).isNotNegative();
        Await.until(() -> assertThat(meter("ecard_outbox_waiting")).isZero());
    }

    @Test
    void a_lane_that_goes_on_to_the_next_gap_begins_its_time_anew() {
        world.application().submitted(2);
        world.application().submitted(4);
        Await.until(() ->
                assertThat(world.sql().number("SELECT count(*) FROM ticket")).isEqualTo(2));
        world.clock().advance(Duration.ofSeconds(20));
        world.inReview(1);

        assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(3);
        assertThat(meter("ecard_lane_stalled_seconds{lane=\"review\"}")).isZero();
    }

    private static JsonPath lanesCheck(int status) {
        return given().get("/q/health/well")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath()
                .setRootPath("checks.find { it.name == 'lanes' }");
    }

    private static double meter(String name) {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
