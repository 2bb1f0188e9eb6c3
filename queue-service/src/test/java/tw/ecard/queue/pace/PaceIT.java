package tw.ecard.queue.pace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class PaceIT {

    @Inject
    World world;

    @Inject
    TellingPace telling;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @AfterEach
    void forgetClosures() {
        world.sql().update("DELETE FROM calendar_set_day");
    }

    @Test
    void a_lane_tells_what_it_got_done_once_there_is_history_enough() {
        // Two cases a working day for five working days: Monday to Friday.
        for (int number = 1; number <= 10; number++) {
            world.inIssuance(number, 10 * number);
        }
        for (int day = 0; day < 5; day++) {
            issueOne();
            issueOne();
            JsonNode told = measured();
            assertThat(told.path("cases").asInt()).isEqualTo(2 * day);
            assertThat(told.path("workingDays").asInt()).isEqualTo(day);
            assertThat(told.path("enough").asBoolean()).isFalse();
            nextDay();
        }

        JsonNode told = measured();

        assertThat(told.path("measuredOn").asText()).isEqualTo("2026-11-28");
        assertThat(told.path("workingDays").asInt()).isEqualTo(5);
        assertThat(told.path("cases").asInt()).isEqualTo(10);
        assertThat(told.path("readers").asInt()).isEqualTo(550);
        assertThat(told.path("enough").asBoolean()).isTrue();
        assertThat(told.path("schedule")).hasSize(60);
        assertThat(told.path("schedule").get(0).asText()).isEqualTo("2026-11-30");
        JsonNode shown = world.lane("issuance").path("pace");
        assertThat(shown.path("cases").asInt()).isEqualTo(10);
        assertThat(shown.path("enough").asBoolean()).isTrue();
    }

    @Test
    void a_return_is_work_done_and_a_withdrawal_is_not() {
        var returned = world.inReview(1);
        world.inReview(2).withdrawn();
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asInt()).isEqualTo(1));
        returned.knownAs("RETURNED");
        world.claim("clerk", "review")
                .act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                .statusCode(200);
        nextDay();
        telling.tellAll();
        JsonNode pace = world.lane("review").path("pace");
        assertThat(pace.path("cases").asInt()).isEqualTo(1);
        assertThat(pace.path("readers").isNull()).isTrue();
    }

    @Test
    void the_same_is_told_once_and_a_closure_is_told_at_once() {
        telling.tellAll();
        int told = heard().size();
        telling.tellAll();
        world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{\"worked\": false, \"note\": \"颱風停止上班\"}")
                .put("/v1/calendar/days/2026-11-24")
                .then()
                .statusCode(200);

        telling.tellAll();

        Await.until(() -> assertThat(heard()).hasSize(told + 1));
        JsonNode schedule = heard().get(told).path("schedule");
        assertThat(schedule.get(0).asText()).isEqualTo("2026-11-25");
    }

    @Test
    void where_the_calendar_ends_the_schedule_ends() {
        world.clock().set(Instant.parse("2027-12-20T02:00:00Z"));
        assertThat(measured().path("schedule")).hasSize(7);
    }

    private List<JsonNode> heard() {
        Await.until(() -> assertThat(world.saidOfPace("ISSUANCE")).hasSize(recorded()));
        return world.saidOfPace("ISSUANCE");
    }

    /** Asked anew with every look: the service measures by itself, too, when it starts. */
    private int recorded() {
        return (int) world.sql()
                .number("SELECT count(*) FROM outbox WHERE subject = 'ISSUANCE' AND type = 'tw.ecard.lane.pace.v1'");
    }

    private JsonNode measured() {
        telling.tellAll();
        List<JsonNode> told = heard();
        return told.get(told.size() - 1);
    }

    private void issueOne() {
        world.claim("clerk", "issuance").act("issuance").statusCode(200);
    }

    private void nextDay() {
        world.clock().advance(Duration.ofDays(1));
    }
}
