package tw.ecard.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void the_median_is_the_middle_sample_whatever_their_order() {
        assertThat(of(5, 1, 4, 2, 3).median()).isEqualTo(3);
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(of(4, 1, 3, 2).median()).isEqualTo(2.5);
    }

    @Test
    void one_outlier_moves_the_spread_and_not_the_median() {
        Series series = of(100, 101, 99, 100, 300);

        assertThat(series.median()).isEqualTo(100);
        assertThat(series.spread()).isCloseTo(2.01, within(1e-9));
        assertThat(series.isWide()).isTrue();
    }

    @Test
    void a_quarter_of_the_median_is_not_wide_yet() {
        assertThat(of(90, 100, 115).spread()).isEqualTo(0.25);
        assertThat(of(90, 100, 115).isWide()).isFalse();
        assertThat(of(90, 100, 115.1).isWide()).isTrue();
    }

    @Test
    void there_is_no_series_without_samples() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Series("nothing", "s", List.of()));
    }

    private static Series of(double... samples) {
        return new Series("side", "rows/s", Arrays.stream(samples).boxed().toList());
    }
}
