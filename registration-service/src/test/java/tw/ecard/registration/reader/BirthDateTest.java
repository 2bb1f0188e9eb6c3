package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "1151122,",
        "1151123, DATE_IN_FUTURE",
        "1906-11-22,",
        "1905-11-23,",
        "1905-11-22, AGE_OUT_OF_RANGE",
        "95/2/30, DATE_FORMAT"
    })
    void a_date_of_birth_is_a_real_day_of_a_living_person(String text, Flaw flaw) {
        assertThat(BirthDate.parse(text, TODAY).flaw()).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({
        "0950101,",
        "20060101,",
        "2006-1-1,",
        "2006/01/01,",
        "950101, VALUE_NORMALISED",
        "95/1/1, VALUE_NORMALISED",
        "095/1/1, VALUE_NORMALISED",
        "民國95年1月1日, VALUE_NORMALISED",
        "2006年1月1日, VALUE_NORMALISED",
        "０９５０１０１, VALUE_NORMALISED",
        "2006 / 1 / 1, VALUE_NORMALISED"
    })
    void a_date_that_had_to_be_interpreted_is_remarked(String text, Flaw flaw) {
        Parsed<BirthDate> date = BirthDate.parse(text, TODAY);

        assertThat(date.value()).isEqualTo(new BirthDate(LocalDate.of(2006, 1, 1)));
        assertThat(date.flaw()).isEqualTo(flaw);
        assertThat(date.value().masked()).isEqualTo("2006-**-**");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-22, STUDENT, true",
        "2021-11-23, STUDENT, false",
        "1965-11-23, STUDENT, true",
        "1965-11-22, STUDENT, false",
        "1965-11-22, STAFF, true",
        "2021-11-23, STAFF, true"
    })
    void a_student_is_between_five_and_sixty(LocalDate day, ReaderCategory category, boolean plausible) {
        assertThat(new BirthDate(day).isPlausibleFor(category, TODAY)).isEqualTo(plausible);
    }

    @Test
    void it_is_never_shown() {
        assertThat(new BirthDate(TODAY).toString()).doesNotContainPattern("[0-9]");
    }
}
