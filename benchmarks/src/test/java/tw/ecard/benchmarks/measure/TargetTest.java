package tw.ecard.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void the_value_itself_reaches_either_bound() {
        assertThat(Target.atLeast(0.6).isReachedBy(0.6)).isTrue();
        assertThat(Target.atLeast(0.6).isReachedBy(0.599)).isFalse();
        assertThat(Target.atMost(1.5).isReachedBy(1.5)).isTrue();
        assertThat(Target.atMost(1.5).isReachedBy(1.501)).isFalse();
    }

    @Test
    void ratios_have_two_decimals_and_sizes_a_unit() {
        assertThat(Target.atLeast(0.6)).hasToString("≥ 0.60");
        assertThat(Target.atMost(48, "MB")).hasToString("≤ 48 MB");
    }
}
