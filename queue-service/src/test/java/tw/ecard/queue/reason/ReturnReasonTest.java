package tw.ecard.queue.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnReasonTest {
    @ParameterizedTest
    @EnumSource(ReturnReason.class)
    void every_reason_asks_for_something_and_says_so_in_both_languages(ReturnReason reason) {
        assertThat(reason.requirement()).isNotNull();
        assertThat(reason.text(Locale.TAIWAN)).matches(".*\\p{IsHan}.*。");
        assertThat(reason.text(Locale.ENGLISH)).matches("[\\p{ASCII}]+\\.");
        assertThat(reason.text(Locale.FRENCH)).isEqualTo(reason.text(Locale.TAIWAN));
    }

    @Test
    void no_two_reasons_read_the_same() {
        assertThat(Arrays.stream(ReturnReason.values()).map(reason -> reason.text(Locale.TAIWAN)))
                .doesNotHaveDuplicates();
    }
}
