package tw.ecard.queue.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class DueFirstIT {

    @Inject
    World world;

    /** Due on 1 December, with its applicant, on 24 November, on 26 November, over, and on 1 December. */
    @BeforeEach
    void sixCases() {
        world.beginAnew();
        world.inReview(1);
        world.inReview(2);
        world.application().submitted(3, "MOST_URGENT", TestClock.MONDAY);
        world.application().submitted(4, "URGENT", TestClock.MONDAY);
        world.application().submitted(5).withdrawn();
        world.application().submitted(6, "NORMAL", TestClock.MONDAY.plus(Duration.ofHours(1)));
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(6));
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asInt()).isEqualTo(5));
        world.claim("clerk", "review");
        world.claim("clerk2", "review")
                .act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                .statusCode(200);
    }

    @Test
    void what_is_due_first_comes_first_and_claims_go_by_number_all_the_same() {
        world.clock().set(Instant.parse("2026-11-25T02:00:00Z"));
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?sort=due")
                .then()
                .statusCode(200)
                .body("items.number", contains(3, 4, 1, 6, 2))
                .body("items[0].clock.state", equalTo("OVERDUE"))
                .body("items[1].clock.state", equalTo("DUE_SOON"));
        world.clerk("clerk").get("/v1/lanes/review/tickets").then().body("items.number", contains(1, 2, 3, 4, 5, 6));
        assertThat(world.lane("review").path("overdue").asInt()).isEqualTo(1);
        assertThat(world.lane("review").path("dueSoon").asInt()).isEqualTo(1);
        assertThat(world.claim("clerk", "review").number()).isEqualTo(1);
    }

    @Test
    void pages_follow_one_another_without_a_gap_and_filters_go_with_them() {
        assertThat(pages("/v1/lanes/review/tickets?sort=due&limit=2")).containsExactly(3L, 4L, 1L, 6L, 2L);
        assertThat(pages("/v1/lanes/review/tickets?sort=due&limit=1&state=WAITING"))
                .containsExactly(3L, 4L, 6L);
    }

    @Test
    void an_order_that_nobody_knows_and_a_cursor_of_another_are_refused() {
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?sort=name")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:unknown-filter-value"));
        String cursor = world.clerk("clerk")
                .get("/v1/lanes/review/tickets?limit=1")
                .then()
                .extract()
                .path("nextCursor");
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?sort=due&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:invalid-cursor"));
    }

    private List<Long> pages(String first) {
        List<Long> numbers = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = world.clerk("clerk")
                    .get(first + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.number", Long.class).forEach(numbers::add);
            cursor = page.getString("nextCursor");
        }
        return numbers;
    }
}
