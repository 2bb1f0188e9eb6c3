package tw.ecard.queue.gap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.World;
import tw.ecard.queue.lane.Lane;

@QuarkusTest
@WithTestResource(RealStack.class)
class CatchingUpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    World world;

    @Inject
    CatchingUp catchingUp;

    @Inject
    LaneWatch watch;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
        // What a replica does at its start is done before the test begins.
        catchingUp.look();
    }

    @Test
    void a_number_that_kafka_lost_is_fetched_after_some_patience_and_the_order_holds() {
        ApplicationStory first = world.application().unheard().received().submitted(1);
        ApplicationStory second = world.application().submitted(2);
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1));
        assertThat(stalledSince("review")).isEqualTo(TestClock.MONDAY);

        world.clock().advance(PATIENCE);

        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(2));
        assertThat(world.lane("review").path("stalledSince").isNull()).isTrue();
        assertThat(nextInReview()).isEqualTo(first.id().toString());
        assertThat(nextInReview()).isEqualTo(second.id().toString());
    }

    @Test
    void the_last_numbers_are_missed_and_fetched_though_no_later_one_came() {
        List<ApplicationStory> lost = LongStream.rangeClosed(1, 5)
                .mapToObj(number -> world.application().unheard().received().submitted(number))
                .toList();
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1));

        world.clock().advance(PATIENCE);

        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(5));
        for (ApplicationStory story : lost) {
            assertThat(nextInReview()).isEqualTo(story.id().toString());
        }
    }

    @Test
    void a_number_that_is_only_late_is_not_fetched_before_its_time() {
        ApplicationStory first = world.application().unheard().submitted(1);
        world.application().submitted(2);
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1));
        world.clock().advance(PATIENCE.minusMillis(1));
        catchingUp.look();
        assertThat(world.admittedUpTo("review")).isZero();

        first.again();

        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(2));
    }

    @Test
    void what_kafka_delivers_after_all_does_nothing_more() {
        ApplicationStory first = world.application().unheard().submitted(1);
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1));
        world.clock().advance(PATIENCE);
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(1));

        first.again().again();
        world.inReview(2);

        assertThat(world.sql().number("SELECT count(*) FROM ticket")).isEqualTo(2);
        Await.until(() -> assertThat(world.said(first.id(), "case.admitted")).hasSize(1));
        assertThat(openDeadLetters(first)).isZero();
    }

    @Test
    void an_event_that_waits_for_one_that_was_lost_goes_on_with_it() {
        ApplicationStory withdrawn =
                world.application().unheard().submitted(1).heard().withdrawn();
        ApplicationStory second = world.application().submitted(2);
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1));

        world.clock().advance(PATIENCE);

        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(2));
        // In a transaction of its own.
        Await.until(() -> assertThat(world.sql()
                        .number(
                                "SELECT count(*) FROM ticket WHERE application_id = ? AND outcome = 'WITHDRAWN'",
                                withdrawn.id()))
                .isEqualTo(1));
        assertThat(nextInReview()).isEqualTo(second.id().toString());
    }

    @Test
    void while_registration_service_is_away_the_lane_waits_and_goes_on_when_it_is_back() {
        // From the start: no look has what it asked for before in its hand when the patience ends.
        world.registration().isAway(true);
        world.application().unheard().submitted(1);
        world.application().submitted(2);
        Await.until(() ->
                assertThat(world.lane("review").path("waitsForNumber").asLong()).isEqualTo(1));
        world.clock().advance(PATIENCE);
        catchingUp.look();
        assertThat(world.admittedUpTo("review")).isZero();

        world.registration().isAway(false);

        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(2));
    }

    @Test
    void of_several_replicas_one_has_the_turn() {
        Instant far = TestClock.MONDAY.plus(Duration.ofDays(100));
        assertThat(watch.takeTurn(Lane.ISSUANCE, far, far.plus(PATIENCE))).isTrue();
        assertThat(watch.takeTurn(Lane.ISSUANCE, far, far.plus(PATIENCE))).isFalse();
        assertThat(watch.takeTurn(Lane.ISSUANCE, far.plus(PATIENCE), far.plus(PATIENCE)))
                .isTrue();
    }

    private String nextInReview() {
        return world.claim("clerk", "review").ticket().path("applicationId").asText();
    }

    private Instant stalledSince(String lane) {
        JsonNode since = world.lane(lane).path("stalledSince");
        return OffsetDateTime.parse(since.asText()).toInstant();
    }

    private long openDeadLetters(ApplicationStory story) {
        return world.sql()
                .number(
                        "SELECT count(*) FROM dead_letter WHERE subject = ? AND replayed_at IS NULL",
                        story.id().toString());
    }
}
