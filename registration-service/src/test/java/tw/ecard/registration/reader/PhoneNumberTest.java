package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "02-25512345, 0225512345",
        "(02)2551-2345, 0225512345",
        "03-3321234, 033321234",
        "037-261234, 037261234",
        "037-2612345, 0372612345",
        "04-22625100, 0422625100",
        "04-7221234, 047221234",
        "049-2221234, 0492221234",
        "049-221234, 049221234",
        "05-5512345, 055512345",
        "06-2991111, 062991111",
        "07-3381234, 073381234",
        "08-7321234, 087321234",
        "082-325123, 082325123",
        "089-326141, 089326141",
        "0836-22123, 083622123",
        "0836-221234, 0836221234",
        "070-10123456, 07010123456",
        "0912-345-678, 0912345678",
        "+886-4-22625100, 0422625100",
        "+886 912 345 678, 0912345678",
        "+886 (0)912345678, 0912345678",
        "０４－２２６２５１００, 0422625100"
    })
    void a_number_of_the_plan_is_kept_in_digits(String text, String number) {
        assertThat(PhoneNumber.parse(text)).isEqualTo(Parsed.of(new PhoneNumber(number, null)));
    }

    @ParameterizedTest
    @CsvSource({"04-22625100#123, 123", "04-22625100分機12, 12", "04-22625100 轉 9, 9", "04-22625100 ext. 12, 12"})
    void an_extension_is_kept_apart(String text, String extension) {
        PhoneNumber phone = PhoneNumber.parse(text).value();

        assertThat(phone).isEqualTo(new PhoneNumber("0422625100", extension));
        assertThat(phone.dialled()).isEqualTo("0422625100#" + extension);
    }

    @ParameterizedTest
    @CsvSource({"422625100, 0422625100", "262343827, 0262343827", "912345678, 0912345678", "55512345, 055512345"})
    void a_lost_zero_is_put_back_where_the_rest_fits(String text, String number) {
        assertThat(PhoneNumber.parse(text))
                .isEqualTo(Parsed.remarked(new PhoneNumber(number, null), Flaw.LEADING_ZERO_RESTORED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5512345",
                "02-1551234",
                "02-155123456",
                "037-12345678",
                "037-112345",
                "01-2345678",
                "08-3321234",
                "091234567",
                "04-22625100#",
                "04-22625100#x",
                "+1-4155550100",
                "無",
                "04-226251",
                "0836-1234"
            })
    void what_the_plan_does_not_have_is_refused(String text) {
        assertThat(PhoneNumber.parse(text)).isEqualTo(Parsed.refused(Flaw.PHONE_FORMAT));
    }

    @Test
    void a_mobile_column_takes_mobiles_only() {
        assertThat(PhoneNumber.parseMobile("0912-345-678")).isEqualTo(Parsed.of(new PhoneNumber("0912345678", null)));
        assertThat(PhoneNumber.parseMobile("912345678").flaw()).isEqualTo(Flaw.LEADING_ZERO_RESTORED);
        assertThat(PhoneNumber.parseMobile("04-22625100")).isEqualTo(Parsed.refused(Flaw.MOBILE_FORMAT));
        assertThat(PhoneNumber.parseMobile("0912345678#1")).isEqualTo(Parsed.refused(Flaw.MOBILE_FORMAT));
        assertThat(PhoneNumber.parseMobile("09123456789")).isEqualTo(Parsed.refused(Flaw.MOBILE_FORMAT));
    }

    @Test
    void it_is_never_shown_whole() {
        assertThat(new PhoneNumber("0912345678", "12")).hasToString("091*****78");
    }
}
