package tw.ecard.kit.wake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WakeUpTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void a_call_wakes_who_waits() throws Exception {
        WakeUp wakeUp = new WakeUp(1);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> await(wakeUp, LONG));
        wakeUp.call();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_call_that_came_during_work_is_kept_once_for_each_thread() {
        WakeUp wakeUp = new WakeUp(2);
        for (int calls = 0; calls < 5; calls++) {
            wakeUp.call();
        }
        assertThat(await(wakeUp, Duration.ZERO)).isTrue();
        assertThat(await(wakeUp, Duration.ZERO)).isTrue();
        assertThat(await(wakeUp, Duration.ofMillis(10))).isFalse();
    }

    private static boolean await(WakeUp wakeUp, Duration atMost) {
        try {
            return wakeUp.await(atMost);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
