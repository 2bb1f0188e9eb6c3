package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.roster.ProgressWatch.Sign;

class ProgressWatchTest {

    private final ProgressWatch watch = new ProgressWatch(3);

    @Test
    void only_news_are_told() {
        assertThat(signs(
                        roster(RosterStatus.RECEIVED, 0, null),
                        roster(RosterStatus.RECEIVED, 0, null),
                        roster(RosterStatus.VALIDATING, 0, null),
                        roster(RosterStatus.VALIDATING, 1_000, 5_000),
                        roster(RosterStatus.VALIDATING, 1_000, 5_000),
                        roster(RosterStatus.VALIDATING, 1_000, 4_800),
                        roster(RosterStatus.ACCEPTED, 4_800, 4_800)))
                .containsExactly(
                        Sign.PROGRESS,
                        Sign.NOTHING,
                        Sign.PROGRESS,
                        Sign.PROGRESS,
                        Sign.NOTHING,
                        Sign.PROGRESS,
                        Sign.FINISHED);
    }

    @Test
    void a_check_begun_anew_by_another_worker_is_told_too() {
        assertThat(signs(roster(RosterStatus.VALIDATING, 4_000, 5_000), roster(RosterStatus.VALIDATING, 0, null)))
                .containsExactly(Sign.PROGRESS, Sign.PROGRESS);
    }

    @Test
    void silence_is_broken_now_and_then() {
        Roster waiting = roster(RosterStatus.RECEIVED, 0, null);

        assertThat(IntStream.range(0, 7).mapToObj(i -> watch.look(waiting).sign()))
                .containsExactly(
                        Sign.PROGRESS,
                        Sign.NOTHING,
                        Sign.NOTHING,
                        Sign.STILL_THERE,
                        Sign.NOTHING,
                        Sign.NOTHING,
                        Sign.STILL_THERE);
    }

    private List<Sign> signs(Roster... looks) {
        return List.of(looks).stream().map(roster -> watch.look(roster).sign()).toList();
    }

    private static Roster roster(RosterStatus status, int rowsRead, Integer rowsTotal) {
        return new Roster(
                new UUID(0, 1),
                new UUID(0, 2),
                status,
                null,
                "roster.xlsx",
                rowsRead,
                rowsTotal,
                0,
                0,
                0,
                0,
                Instant.EPOCH,
                null,
                null);
    }
}
