package tw.ecard.queue.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SerialBlockTest {
    @Test
    void a_block_ends_where_the_counter_stands() {
        SerialBlock block = SerialBlock.endingAt(115, 1403, 1203);
        assertThat(block).isEqualTo(new SerialBlock(115, 201, 1403));
        assertThat(block.count()).isEqualTo(1203);
    }

    @Test
    void a_block_names_its_first_and_last_card() {
        SerialBlock block = new SerialBlock(115, 1, 1203);
        assertThat(block.firstCardNumber()).hasToString("EC115000000014");
        assertThat(block.lastCardNumber()).hasToString("EC115000012035");
    }

    @Test
    void an_empty_block_or_one_past_the_last_serial_is_refused() {
        assertThatThrownBy(() -> SerialBlock.endingAt(115, 10, 0)).hasMessageContaining("empty block");
        assertThatThrownBy(() -> SerialBlock.endingAt(115, 100_000_000, 1)).hasMessageContaining("serial out of range");
    }
}
