package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0950101",
                "950101",
                "95/1/1",
                "95.1.1",
                "95-01-01",
                "095/01/01",
                "民國95年1月1日",
                "95年1月1日",
                "民國 95 年 1 月 1 日",
                "民國095.01.01",
                "民國0950101",
                "20060101",
                "2006/1/1",
                "2006-01-01",
                "2006.1.1",
                "2006年1月1日",
                "９５／１／１",
                " 95/1/1 "
            })
    void every_form_gives_the_same_day(String text) {
        assertThat(RocDates.parse(text)).isEqualTo("2006-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "95",
                "95/1",
                "95/1/",
                "/1/1",
                "95/1/1/1",
                "95//1",
                "95/13/1",
                "95/2/29",
                "0950230",
                "0950001",
                "20060230",
                "00950101",
                "95/1-1",
                "95年1月",
                "日95年1月1",
                "民國2006/1/1",
                "2006-01-01T00:00",
                "38718",
                "123456789",
                "abc",
                "九十五年一月一日",
                "95.1.1日",
                "0/1/1",
                "000101",
                "19950/1/1"
            })
    void what_is_no_date_is_none(String text) {
        assertThat(RocDates.parse(text)).as(text).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void a_day_written_in_any_form_is_that_day(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            LocalDate day = LocalDate.of(1912, 1, 1).plusDays(random.nextInt(45_000));
            int roc = day.getYear() - 1911;
            int month = day.getMonthValue();
            int date = day.getDayOfMonth();
            for (String text : List.of(
                    "%03d%02d%02d".formatted(roc, month, date),
                    "%d/%d/%d".formatted(roc, month, date),
                    "%d.%02d.%02d".formatted(roc, month, date),
                    "民國%d年%d月%d日".formatted(roc, month, date),
                    "%d%02d%02d".formatted(day.getYear(), month, date),
                    day.toString())) {
                assertThat(RocDates.parse(text)).as("seed %d: %s", seed, text).isEqualTo(day);
            }
        }
    }
}
