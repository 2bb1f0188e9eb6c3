package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "歐陽娜娜", "𠮷野家", "Sayun Nomin", "瓦歷斯‧諾幹", "尤瑪·達陸", "O’Brien"})
    void a_name_in_any_script_is_kept_as_it_is(String text) {
        assertThat(PersonName.parse(text)).isEqualTo(Parsed.of(new PersonName(text)));
    }

    @ParameterizedTest
    @CsvSource({"王　小 明, 王小明", "王 　 明, 王明", "Ｊｏｈｎ　王, John 王", "瓦歷斯 Nokan, 瓦歷斯 Nokan"})
    void spaces_that_forms_put_between_characters_are_dropped(String text, String name) {
        assertThat(PersonName.parse(text).value().value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王\uE000明", "王■明", "王□明", "王\uFFFD明", "王\uDB80\uDC00明"})
    void a_character_that_did_not_survive_is_remarked(String text) {
        assertThat(PersonName.parse(text).flaw()).isEqualTo(Flaw.UNREADABLE_CHARACTER);
        assertThat(PersonName.parse(text).isRefused()).isFalse();
    }

    @Test
    void fifty_characters_are_the_most_however_they_are_encoded() {
        assertThat(PersonName.parse("𠮷".repeat(50)).flaw()).isNull();
        assertThat(PersonName.parse("王".repeat(51))).isEqualTo(Parsed.refused(Flaw.NAME_TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({"王小明, 王○明", "王明, 王○", "歐陽娜娜, 歐○○娜", "王, 王○", "Sayun Nomin, S***", "𠮷野家, 𠮷○家"})
    void it_is_shown_with_its_middle_covered(String text, String masked) {
        assertThat(new PersonName(text)).hasToString(masked);
    }
}
