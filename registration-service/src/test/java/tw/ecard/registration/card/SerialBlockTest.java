package tw.ecard.registration.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialBlockTest {

    @ParameterizedTest
    @CsvSource({"1, EC115000000014", "2, EC115000000022", "1203, EC115000012035"})
    void a_reader_gets_the_number_of_its_place(long ordinal, String number) {
        assertThat(new SerialBlock(115, 1, 1203).at(ordinal).text()).isEqualTo(number);
    }

    @Test
    void a_block_that_begins_later_gives_its_own_serials() {
        assertThat(new SerialBlock(115, 1202, 1300).at(2).text()).isEqualTo("EC115000012035");
    }

    @Test
    void there_is_no_card_beyond_the_block() {
        SerialBlock block = new SerialBlock(115, 1, 3);

        assertThatThrownBy(() -> block.at(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> block.at(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
