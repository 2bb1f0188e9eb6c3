package tw.ecard.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void the_sides_run_in_turn_and_the_warm_up_does_not_count() throws Exception {
        Iterator<Double> subject = List.of(1.0, 10.0, 30.0, 20.0).iterator();
        Iterator<Double> baseline = List.of(1.0, 40.0, 40.0, 50.0).iterator();

        Outcome outcome =
                new Turns(1, 3, line -> {}).compare("rows/s", "A", side("A", subject), "B", side("B", baseline));

        assertThat(order).containsExactly("A", "B", "A", "B", "A", "B", "A", "B");
        assertThat(outcome.series().get(0).samples()).containsExactly(10.0, 30.0, 20.0);
        assertThat(outcome.series().get(1).samples()).containsExactly(40.0, 40.0, 50.0);
        assertThat(outcome.reached()).as("ratio of the medians").isEqualTo(20.0 / 40.0);
    }

    @Test
    void a_side_that_fails_ends_the_measure() {
        Turns turns = new Turns(0, 5, line -> {});

        assertThatThrownBy(() -> turns.compare(
                        "rows/s",
                        "A",
                        () -> {
                            throw new IllegalStateException("other rows than the baseline's");
                        },
                        "B",
                        () -> 1))
                .hasMessage("other rows than the baseline's");
    }

    private Turns.Side side(String name, Iterator<Double> samples) {
        return () -> {
            order.add(name);
            return samples.next();
        };
    }
}
