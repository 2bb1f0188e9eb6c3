package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "262343827, 262343827",
        "2.62343827E8, 262343827",
        "95010.100000000006, 95010.1",
        "0, 0",
        "-0.0, 0",
        "007, 7",
        "402.0, 402",
        "1E-7, 0.0000001",
        "1E999999999, 1E999999999",
        "1E-300, 1E-300",
        "abc, abc",
        "NaN, NaN"
    })
    void a_number_reads_as_it_was_typed(String raw, String plain) {
        assertThat(CellNumbers.plain(raw)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01, 1904-01-02",
        "59, 1900-02-28, 1904-02-29",
        "61, 1900-03-01, 1904-03-02",
        "38718.99, 2006-01-01, 2010-01-02",
        "2958465, 9999-12-31, +10004-01-01"
    })
    void a_serial_number_is_a_day_in_either_system(String serial, String in1900, String in1904) {
        assertThat(CellNumbers.day(serial, false)).hasToString(in1900);
        assertThat(CellNumbers.day(serial, true)).hasToString(in1904);
    }

    @Test
    void the_day_that_never_was_and_numbers_out_of_range_are_no_days() {
        assertThat(CellNumbers.day("60", false)).isNull();
        assertThat(CellNumbers.day("0", false)).isNull();
        assertThat(CellNumbers.day("-1", true)).isNull();
        assertThat(CellNumbers.day("2958466", false)).isNull();
        assertThat(CellNumbers.day("NaN", false)).isNull();
        assertThat(CellNumbers.isoDay("2006-02-30")).isNull();
        assertThat(CellNumbers.isoDay("2006-01-01T10:00:00")).hasToString("2006-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy/m/d|true",
                "[$-404]e/m/d;@|true",
                "[$-404]ggge\"年\"m\"月\"d\"日\"|true",
                "mm/dd|true",
                "General|false",
                "0.00E+00|false",
                "h:mm:ss|false",
                "mm:ss|false",
                "[Red]0.00|false",
                "#,##0\"day\"|false",
                "\\d0|false",
                "@|false"
            })
    void a_format_shows_a_day_or_not(String code, boolean day) {
        assertThat(CellStyles.isDayFormat(code)).isEqualTo(day);
    }
}
