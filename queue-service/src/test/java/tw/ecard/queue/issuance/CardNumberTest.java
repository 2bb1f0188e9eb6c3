package tw.ecard.queue.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {
    @ParameterizedTest
    @CsvSource({"115, 1, EC115000000014", "115, 2, EC115000000022", "115, 1203, EC115000012035"})
    void a_number_is_printed_with_its_check_digit_and_read_back(int rocYear, int serial, String printed) {
        CardNumber number = new CardNumber(rocYear, serial);
        assertThat(number).hasToString(printed);
        assertThat(CardNumber.parse(printed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EC115000000015", "EC11500000001", "ec115000000014", "EC115000000000", "", "EC1150000000142"})
    void a_wrong_check_digit_or_form_is_refused(String text) {
        assertThatThrownBy(() -> CardNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void year_and_serial_have_bounds() {
        assertThatThrownBy(() -> new CardNumber(1000, 1)).hasMessageContaining("1000");
        assertThatThrownBy(() -> new CardNumber(115, 0)).hasMessageContaining("0");
        assertThatThrownBy(() -> new CardNumber(115, 100_000_000)).hasMessageContaining("100000000");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_wrong_digit_is_always_noticed(long seed) {
        Random random = new Random(seed);
        String printed = new CardNumber(1 + random.nextInt(999), 1 + random.nextInt(99_999_999)).toString();
        int position = 2 + random.nextInt(12);
        char other = (char) ('0' + (printed.charAt(position) - '0' + 1 + random.nextInt(9)) % 10);
        String damaged = printed.substring(0, position) + other + printed.substring(position + 1);
        assertThatThrownBy(() -> CardNumber.parse(damaged))
                .as("seed %d: %s for %s", seed, damaged, printed)
                .isInstanceOf(IllegalArgumentException.class);
    }
}
