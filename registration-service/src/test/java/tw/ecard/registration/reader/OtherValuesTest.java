package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hibernate.validator.internal.constraintvalidators.bv.EmailValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherValuesTest {

    @ParameterizedTest
    @CsvSource({"男, MALE", "女, FEMALE", "M, MALE", "f, FEMALE", "1, MALE", "2, FEMALE", "Ｍ, MALE"})
    void sex_is_written_in_three_ways(String text, Sex sex) {
        assertThat(Sex.parse(text)).isEqualTo(Parsed.of(sex));
        assertThat(Sex.parse("x")).isEqualTo(Parsed.refused(Flaw.SEX_FORMAT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"教職員", "教師", "老師", "職員", "員工", "同仁", "機關同仁", "教 師"})
    void staff_goes_by_many_names(String text) {
        assertThat(ReaderCategory.parse(text)).isEqualTo(Parsed.of(ReaderCategory.STAFF));
        assertThat(ReaderCategory.parse("學生")).isEqualTo(Parsed.of(ReaderCategory.STUDENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"家長", "眷屬", "校友", "志工", "學生家長"})
    void nobody_else_is_eligible(String text) {
        assertThat(ReaderCategory.parse(text)).isEqualTo(Parsed.refused(Flaw.CATEGORY_NOT_ELIGIBLE));
    }

    @Test
    void a_postcode_has_three_five_or_six_digits_and_no_zero_first() {
        assertThat(Postcode.parse("402").value()).isEqualTo(new Postcode("402"));
        assertThat(Postcode.parse("40201").isRefused()).isFalse();
        assertThat(Postcode.parse("402-001").value()).isEqualTo(new Postcode("402001"));
        for (String wrong : new String[] {"", "40", "4020", "4020011", "012", "40a"}) {
            assertThat(Postcode.parse(wrong)).as(wrong).isEqualTo(Parsed.refused(Flaw.POSTCODE_FORMAT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.tw", "library@example.edu.tw", "first.last+tag@sub.example.com", "ｒｅａｄｅｒ＠example.com"})
    void an_address_of_a_domain_is_an_email_address(String text) {
        assertThat(EmailAddress.parse(text).isRefused()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@", "@b.tw", "a@b", "a@b@c.tw", "a b@c.tw", "a@b..tw", "無", "a@b.tw;c@d.tw"})
    void anything_else_is_none(String text) {
        assertThat(EmailAddress.parse(text)).isEqualTo(Parsed.refused(Flaw.EMAIL_FORMAT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_address_that_is_taken_is_one_by_the_full_rules(long seed) {
        Random random = new Random(seed);
        EmailValidator fullRules = new EmailValidator();
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder address = new StringBuilder();
            for (int length = random.nextInt(12) + random.nextInt(30) / 29 * 80; length > 0; length--) {
                address.append("abZ19.-@_".charAt(random.nextInt(9)));
            }
            address.insert(random.nextInt(address.length() + 1), "a@b.");
            String text = address.toString();
            boolean valid = text.indexOf('.', text.lastIndexOf('@')) > 0 && fullRules.isValid(text, null);
            assertThat(EmailAddress.parse(text).isRefused())
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(!valid);
            taken += valid ? 1 : 0;
        }
        assertThat(taken).as("seed %d", seed).isBetween(500, 19_500);
    }

    @Test
    void counties_are_put_into_their_official_spelling_and_nothing_else_is() {
        assertThat(PostalAddress.of("402台中市南區台中路1號").value()).isEqualTo("402臺中市南區台中路1號");
        assertThat(PostalAddress.of("台東縣台東市").value()).isEqualTo("臺東縣台東市");
        assertThat(PostalAddress.of(" 隨便寫 ").value()).isEqualTo("隨便寫");
    }

    @Test
    void text_is_freed_of_what_nobody_typed_on_purpose() {
        assertThat(PlainText.trimmed("\uFEFF　王\u00A0明\u200B\r\n")).isEqualTo("王 明");
        assertThat(PlainText.trimmed("（１）")).isEqualTo("（１）");
        assertThat(PlainText.halfWidth("（１）Ａ")).isEqualTo("(1)A");
        assertThat(PlainText.compact(" a　b\tc ")).isEqualTo("ABC");
    }

    @ParameterizedTest
    @CsvSource({"A123456788, A12*****88", "0951340, 09***40", "12345, 1****", "1, 1*", "𠮷𠮷, 𠮷*", "'', ''"})
    void a_refused_value_is_shown_with_its_middle_covered(String text, String masked) {
        assertThat(Masking.value(text)).isEqualTo(masked);
    }

    @Test
    void a_word_is_shown_only_when_it_can_be_nothing_else() {
        assertThat(Masking.word("家長")).isEqualTo("家長");
        assertThat(Masking.word("A123456789")).isEqualTo("A12*****89");
        assertThat(Masking.word("0912")).isEqualTo("0***");
    }
}
