package tw.ecard.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapSearchTest {

    private final List<Integer> attempts = new ArrayList<>();

    @Test
    void it_finds_the_first_step_that_serves_wherever_it_is() throws Exception {
        for (int least = 32; least <= 500; least++) {
            int needed = least;

            int found = new HeapSearch(4, 1_024).smallestFrom(32, megabytes -> megabytes >= needed);

            assertThat(found)
                    .as("for " + needed)
                    .isBetween(needed, needed + 3)
                    .satisfies(megabytes -> assertThat(megabytes % 4).isZero());
        }
    }

    @Test
    void what_serves_at_once_is_tried_once() throws Exception {
        assertThat(search(64, 10)).isEqualTo(64);
        assertThat(attempts).containsExactly(64);
    }

    @Test
    void a_dozen_attempts_do_for_hundreds_of_megabytes() throws Exception {
        assertThat(search(32, 390)).isEqualTo(392);
        assertThat(attempts).hasSizeLessThanOrEqualTo(15).doesNotHaveDuplicates();
    }

    @Test
    void it_gives_up_where_nothing_serves() {
        assertThatIllegalStateException().isThrownBy(() -> search(32, 5_000)).withMessageContaining("MB");
    }

    private int search(int from, int needed) throws Exception {
        return new HeapSearch(4, 1_024).smallestFrom(from, megabytes -> {
            attempts.add(megabytes);
            return megabytes >= needed;
        });
    }
}
