package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DryRunTurnsTest {

    @Test
    void who_waits_too_long_is_told_when_to_come_again() throws InterruptedException {
        DryRunTurns turns = new DryRunTurns(config(Duration.ofMillis(50)));
        Held held = new Held(turns);

        assertThatThrownBy(() -> turns.take(() -> "checked"))
                .isInstanceOfSatisfying(
                        RosterRefusal.ChecksBusy.class,
                        refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(1)));

        held.end();
        assertThat(turns.take(() -> "checked")).isEqualTo("checked");
    }

    @Test
    void a_turn_that_comes_in_time_is_waited_for() throws InterruptedException {
        DryRunTurns turns = new DryRunTurns(config(Duration.ofMinutes(1)));
        Held held = new Held(turns);

        CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> turns.take(() -> "checked"));
        held.end();

        assertThat(next.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("checked");
    }

    @Test
    void work_that_fails_gives_its_turn_back() {
        DryRunTurns turns = new DryRunTurns(config(Duration.ofMillis(50)));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new OutOfMemoryError("as if");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
        }

        assertThat(turns.take(() -> "checked")).isEqualTo("checked");
    }

    private static DryRunConfig config(Duration patience) {
        return new DryRunConfig() {
            @Override
            public int concurrency() {
                return 1;
            }

            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public Duration deadline() {
                return Duration.ofMinutes(1);
            }
        };
    }

    /** A turn that another thread has until it is ended. */
    private static final class Held {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final CompletableFuture<Void> work;

        Held(DryRunTurns turns) throws InterruptedException {
            CountDownLatch taken = new CountDownLatch(1);
            work = CompletableFuture.runAsync(() -> turns.take(() -> {
                taken.countDown();
                return waited();
            }));
            assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
        }

        private boolean waited() {
            try {
                return ended.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void end() {
            ended.countDown();
            work.join();
        }
    }
}
