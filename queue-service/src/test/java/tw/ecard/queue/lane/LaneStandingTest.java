package tw.ecard.queue.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneStandingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration ALARM = Duration.ofSeconds(30);

    @Test
    void a_lane_without_a_gap_waits_for_nothing_however_long_nobody_comes() {
        LaneStanding standing = new LaneStanding(Lane.REVIEW, 41, null);
        assertThat(standing.waitsForNumber()).isNull();
        assertThat(standing.stalledFor(NOON.plus(Duration.ofDays(30)))).isZero();
        assertThat(standing.isStalledFor(Duration.ZERO, NOON)).isFalse();
    }

    @Test
    void a_lane_with_a_gap_waits_for_the_number_after_the_last_admitted() {
        assertThat(new LaneStanding(Lane.REVIEW, 41, NOON).waitsForNumber()).isEqualTo(42);
    }

    @Test
    void it_stands_still_from_the_moment_on_and_not_before() {
        LaneStanding standing = new LaneStanding(Lane.ISSUANCE, 0, NOON);
        assertThat(standing.isStalledFor(ALARM, NOON.plus(ALARM).minusMillis(1)))
                .isFalse();
        assertThat(standing.isStalledFor(ALARM, NOON.plus(ALARM))).isTrue();
    }

    @Test
    void another_replicas_clock_that_is_ahead_makes_no_negative_time() {
        LaneStanding standing = new LaneStanding(Lane.ISSUANCE, 0, NOON.plusSeconds(1));
        assertThat(standing.stalledFor(NOON)).isZero();
    }
}
