package tw.ecard.registration.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "臺教國署高字第1090092849號",
                "資圖閱字第1090003634號",
                "府人訓字第1100106903A號",
                "台內戶字第0920063929號",
                "院授人培字第10300503332號",
                "臺教資(四)字第1100122001號"
            })
    void attested_numbers_are_taken_as_they_are(String attested) {
        assertThat(DocumentNumber.parse(attested)).map(DocumentNumber::text).contains(attested);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1090092849", "臺教國署高字第號", "臺教國署高字第12號", "臺教國署高字第9990092849號", "高第1090092849號"})
    void anything_else_is_no_document_number(String typed) {
        assertThat(DocumentNumber.parse(typed)).isEmpty();
    }

    @Test
    void full_width_digits_and_spaces_are_put_right() {
        assertThat(DocumentNumber.parse(" 示範圖字第 １１５０００１２３４ 號 "))
                .map(DocumentNumber::text)
                .contains("示範圖字第1150001234號");
    }

    @Test
    void two_spellings_of_taiwan_are_the_same_number() {
        String one = DocumentNumber.parse("台內戶字第0920063929號").orElseThrow().comparable();
        String other = DocumentNumber.parse("臺內戶字第0920063929號").orElseThrow().comparable();

        assertThat(one).isEqualTo(other);
    }
}
