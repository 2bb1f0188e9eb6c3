package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"A123456789", "A160000009", "I200000005", "O100000004", "W100000001", "Z200000004"})
    void a_valid_number_is_taken_as_it_is(String text) {
        Parsed<NationalId> parsed = NationalId.parse(text);

        assertThat(parsed.flaw()).isNull();
        assertThat(parsed.value().value()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "A800000014, NOT_ROC_NATIONAL",
        "AC01234567, NOT_ROC_NATIONAL",
        "A900000000, NOT_ROC_NATIONAL",
        "AD00000000, NOT_ROC_NATIONAL",
        "A970000008, NEEDS_MANUAL_REVIEW",
        "A870000000, NEEDS_MANUAL_REVIEW",
        "AA00000009, NEEDS_MANUAL_REVIEW",
        "AB00000000, NEEDS_MANUAL_REVIEW",
        "123456789012, RESIDENCE_PERMIT_SERIAL",
        "A123456788, NATIONAL_ID_CHECKSUM",
        "A323456789, NATIONAL_ID_FORMAT",
        "AE01234567, NATIONAL_ID_FORMAT",
        "A12345678, NATIONAL_ID_FORMAT",
        "A1234567890, NATIONAL_ID_FORMAT",
        "1123456789, NATIONAL_ID_FORMAT",
        "A1234S6789, NATIONAL_ID_FORMAT",
        "王小明, NATIONAL_ID_FORMAT"
    })
    void a_refusal_names_its_reason_by_the_shape_first(String text, Flaw flaw) {
        assertThat(NationalId.parse(text)).isEqualTo(Parsed.refused(flaw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a123456789", "Ａ１２３４５６７８９", "A123 456 789", "a123456789\u200B"})
    void a_tidied_number_says_so(String text) {
        assertThat(NationalId.parse(text))
                .isEqualTo(Parsed.remarked(new NationalId("A123456789"), Flaw.VALUE_NORMALISED));
    }

    @Test
    void spaces_around_it_are_not_worth_a_word() {
        assertThat(NationalId.parse(" A123456789 ").flaw()).isNull();
    }

    @Test
    void it_is_never_shown_whole() {
        NationalId id = new NationalId("A123456789");

        assertThat(id).hasToString("A12*****89");
        assertThat(id.masked()).isEqualTo("A12*****89");
    }

    @Test
    void it_knows_the_sex_it_was_given_for() {
        assertThat(new NationalId("A123456789").sex()).isEqualTo(Sex.MALE);
        assertThat(new NationalId("I200000005").sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void it_cannot_hold_what_is_invalid() {
        assertThatThrownBy(() -> new NationalId("A123456788")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void one_wrong_digit_is_always_found(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String valid = PeopleFixture.nationalId(random);
            // Weights 7, 3, 1 and 1 share no factor with 10, so every change of these digits shows in the sum.
            int at = new int[] {2, 6, 8, 9}[random.nextInt(4)];
            char other = (char) ('0' + (valid.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = valid.substring(0, at) + other + valid.substring(at + 1);

            assertThat(NationalId.parse(valid).flaw())
                    .as("seed %d: %s", seed, valid)
                    .isNull();
            assertThat(NationalId.parse(wrong).flaw())
                    .as("seed %d: %s", seed, wrong)
                    .isEqualTo(Flaw.NATIONAL_ID_CHECKSUM);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void packing_keeps_numbers_apart(long seed) {
        Random random = new Random(seed);
        Set<String> ids = new HashSet<>();
        Set<Long> packed = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String id = PeopleFixture.nationalId(random);
            ids.add(id);
            packed.add(new NationalId(id).packed());
        }
        assertThat(packed).as("seed %d", seed).hasSameSizeAs(ids).allMatch(key -> key > 0);
    }
}
