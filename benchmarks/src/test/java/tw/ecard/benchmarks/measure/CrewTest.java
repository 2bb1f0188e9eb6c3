package tw.ecard.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger hired = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    @Test
    void each_piece_is_done_once() throws Exception {
        Shift shift = new Crew(4).share(1_000, this::hire);

        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1_000).boxed().toList());
        assertThat(shift.each()).hasSize(1_000);
        assertThat(shift.perSecond()).isPositive();
        assertThat(hired).hasValue(4);
        assertThat(left).hasValue(4);
    }

    @Test
    void a_worker_that_fails_fails_the_shift() {
        assertThatThrownBy(() -> new Crew(2).share(10, () -> number -> {
                    throw new IOException("no " + number);
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_median_is_the_middle_piece() {
        assertThat(new Shift(0, new long[] {9_000_000, 1_000_000, 2_000_000}).medianMilliseconds())
                .isEqualTo(2);
    }

    private Crew.Worker hire() {
        hired.incrementAndGet();
        return new Crew.Worker() {
            @Override
            public void work(int number) {
                done.add(number);
            }

            @Override
            public void leave() {
                left.incrementAndGet();
            }
        };
    }
}
