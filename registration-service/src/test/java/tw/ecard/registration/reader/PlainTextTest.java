package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x7F, 0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x180B, 0x180E, 0x200B, 0x200D, 0x200F, 0x202A, 0x202E, 0x2060,
                0x2066, 0x2069, 0x206F, 0x3164, 0xD800, 0xDFFF, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFB, 0xFFFE, 0xFFFF,
                0x1D173, 0xE0001, 0xE0041, 0xE0100, 0x1FFFF
            })
    void what_nobody_sees_is_dropped(int invisible) {
        String text = "王" + Character.toString(invisible) + "小明";

        assertThat(PlainText.trimmed(text)).isEqualTo("王小明");
        assertThat(PlainText.halfWidth(text)).isEqualTo("王小明");
        assertThat(PlainText.hidesCharacters(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x300, 0x2027, 0x3007, 0x3105, 0x3163, 0x3165, 0x4E00, 0xAC00, 0xD7A3, 0xE000, 0xF8FF, 0xFA0E, 0xFFFD,
                0x20BB7, 0x2A6DF, 0x30000, 0x31350, 0x323AF, 0xF0000, 0x1F600
            })
    void what_is_seen_stays(int visible) {
        String text = "王" + Character.toString(visible) + "明";

        assertThat(PlainText.halfWidth(text)).isEqualTo(text);
        assertThat(PlainText.hidesCharacters(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 13, 31, 0xA0, 0x1680, 0x2003, 0x2028, 0x202F, 0x205F, 0x3000})
    void every_kind_of_space_is_one(int space) {
        String text = Character.toString(space) + "王" + Character.toString(space) + "明" + Character.toString(space);

        assertThat(PlainText.trimmed(text)).isEqualTo("王 明");
        assertThat(PlainText.hidesCharacters(text)).isFalse();
    }

    @Test
    void a_text_of_nothing_that_is_seen_is_empty() {
        assertThat(PlainText.trimmed("\u200B\u202E\u3164 \uFE0F")).isEmpty();
    }

    @Test
    void a_text_that_is_clean_is_given_back_as_it_is() {
        String text = "王小明 10";

        assertThat(PlainText.trimmed(text)).isSameAs(text);
    }
}
