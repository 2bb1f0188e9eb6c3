package tw.ecard.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LongPollTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void what_ends_soon_is_answered_soon() {
        long begin = System.nanoTime();

        int seen = LongPoll.until(look -> look == 3, looks::incrementAndGet, "30s")
                .await()
                .atMost(PATIENCE);

        assertThat(seen).isEqualTo(3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void what_does_not_end_is_answered_when_patience_has_and_looked_at_seldom() {
        long begin = System.nanoTime();

        int seen = LongPoll.until(look -> false, looks::incrementAndGet, "2")
                .await()
                .atMost(PATIENCE);

        assertThat(seen).isBetween(5, 9);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void who_does_not_ask_to_wait_is_answered_at_once() {
        assertThat(LongPoll.until(look -> false, looks::incrementAndGet, null)
                        .await()
                        .atMost(PATIENCE))
                .isEqualTo(1);
        assertThatThrownBy(() -> LongPoll.until(look -> true, looks::incrementAndGet, "31s"))
                .isInstanceOf(HttpRefusal.InvalidWait.class);
    }
}
