package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final long SEED = 20261123;

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "10, 2560", "11, 3600", "12, 3600", "1000000, 3600"})
    void pauses_double_up_to_the_longest_and_are_drawn_from_the_upper_half(int failures, int seconds) {
        Backoff pauses = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
        RandomGenerator random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            assertThat(pauses.after(failures, random))
                    .as("seed %d, draw %d", SEED, i)
                    .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
        }
    }
}
