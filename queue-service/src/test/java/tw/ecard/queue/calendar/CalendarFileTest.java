package tw.ecard.queue.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.queue.calendar.CalendarFile.Finding;

class CalendarFileTest {

    static Stream<Function<PublishedCalendar, byte[]>> encodings() {
        return Stream.of(PublishedCalendar::utf8WithMark, PublishedCalendar::utf8, PublishedCalendar::big5);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void a_published_year_reads_the_same_in_every_encoding(Function<PublishedCalendar, byte[]> encoding) {
        byte[] content = encoding.apply(PublishedCalendar.of(2026).off("2026-02-16", "小年夜"));
        CalendarFile file = CalendarFile.read(content);
        assertThat(file.findings()).isEmpty();
        assertThat(file.years()).containsOnlyKeys(2026);
        assertThat(file.years().get(2026))
                .contains(new ExceptionalDay(LocalDate.parse("2026-02-16"), false, "小年夜"))
                .hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027})
    void every_shipped_year_comes_back_as_it_is(int year) {
        CalendarFile file = CalendarFile.read(PublishedCalendar.of(year).utf8WithMark());
        assertThat(file.findings()).isEmpty();
        assertThat(file.years().get(year))
                .containsExactlyInAnyOrderElementsOf(
                        ShippedCalendar.daysByYear().get(year));
    }

    @Test
    void a_file_may_hold_several_whole_years_in_any_order() {
        List<String> lines = new ArrayList<>(
                PublishedCalendar.of(2024).and(PublishedCalendar.of(2026)).lines());
        List<String> upsideDown = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.reverse(upsideDown);
        upsideDown.add(0, lines.get(0));
        CalendarFile file = read(upsideDown);
        assertThat(file.findings()).isEmpty();
        assertThat(file.years()).containsOnlyKeys(2024, 2026);
    }

    @Test
    void a_weekend_with_a_note_keeps_it() {
        CalendarFile file = CalendarFile.read(
                PublishedCalendar.plain(2026).off("2026-02-14", "春節").utf8());
        assertThat(file.years().get(2026))
                .containsExactly(new ExceptionalDay(LocalDate.parse("2026-02-14"), false, "春節"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        20260230,一,0,                | DATE
        2026010,四,2,                 | DATE
        1150101,四,2,                 | DATE
        2026-01-01,四,2,              | DATE
        19991231,五,0,                | DATE
        21000101,五,0,                | DATE
        ２０２６０１０１,四,2,          | DATE
        20260101,五,2,                | WEEKDAY
        20260101,4,2,                 | WEEKDAY
        20260101,四,1,                | WORKED
        20260101,四,,                 | WORKED
        20260101,四,2                 | FIELDS
        20260101,四,2,開國紀念日,      | FIELDS
        20260101;四;2;                | FIELDS
        """)
    void a_line_that_is_wrong_is_named_with_its_fault(String line, CalendarFault fault) {
        List<String> lines = new ArrayList<>(PublishedCalendar.of(2026).lines());
        lines.set(1, line);
        CalendarFile file = read(lines);
        assertThat(file.findings()).containsExactly(new Finding(2, fault));
        assertThat(file.years()).isEmpty();
    }

    @Test
    void several_faults_of_a_line_and_of_several_lines_are_all_named() {
        List<String> lines = new ArrayList<>(PublishedCalendar.of(2026).lines());
        lines.set(10, "20260110,一,7," + "長".repeat(101));
        lines.set(12, "20260112,一,0,\"兩\n行\"");
        lines.set(14, "nothing");
        assertThat(read(lines).findings())
                .containsExactly(
                        new Finding(11, CalendarFault.WEEKDAY),
                        new Finding(11, CalendarFault.WORKED),
                        new Finding(11, CalendarFault.NOTE),
                        new Finding(13, CalendarFault.NOTE),
                        // The note above has two lines.
                        new Finding(16, CalendarFault.FIELDS));
    }

    @Test
    void a_day_twice_is_named_at_its_second_line() {
        List<String> lines = new ArrayList<>(PublishedCalendar.of(2026).lines());
        lines.add(lines.get(200));
        assertThat(read(lines).findings()).containsExactly(new Finding(367, CalendarFault.TWICE));
    }

    @Test
    void missing_days_are_named() {
        CalendarFile file = CalendarFile.read(PublishedCalendar.of(2024)
                .without("2024-02-29")
                .without("2024-12-31")
                .utf8());
        assertThat(file.findings()).containsExactly(new Finding(0, CalendarFault.INCOMPLETE));
        assertThat(file.missing()).containsExactly(LocalDate.parse("2024-02-29"), LocalDate.parse("2024-12-31"));
    }

    @Test
    void the_first_day_of_another_year_makes_that_year_incomplete() {
        List<String> lines = new ArrayList<>(PublishedCalendar.of(2026).lines());
        lines.add("20270101,五,2,開國紀念日");
        CalendarFile file = read(lines);
        assertThat(file.findings()).containsExactly(new Finding(0, CalendarFault.INCOMPLETE));
        assertThat(file.missing()).hasSize(364);
    }

    @Test
    void a_year_with_off_and_worked_confused_is_not_believed() {
        String confused = PublishedCalendar.of(2026)
                .text()
                .replace(",0,", ",x,")
                .replace(",2,", ",0,")
                .replace(",x,", ",2,");
        assertThat(CalendarFile.read(confused.getBytes(StandardCharsets.UTF_8)).findings())
                .containsExactly(new Finding(0, CalendarFault.IMPLAUSIBLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "日期,星期,是否放假,備註\n", "西元日期,星期,備註,是否放假\n", "西元日期,星期,是否放假\n", "PK\u0003\u0004"})
    void a_file_with_other_columns_is_refused_by_its_first_line(String text) {
        assertThat(CalendarFile.read(text.getBytes(StandardCharsets.UTF_8)).findings())
                .containsExactly(new Finding(1, CalendarFault.HEADER));
    }

    @Test
    void a_header_alone_is_no_year() {
        assertThat(CalendarFile.read("西元日期,星期,是否放假,備註\n".getBytes(StandardCharsets.UTF_8))
                        .findings())
                .containsExactly(new Finding(0, CalendarFault.INCOMPLETE));
    }

    @Test
    void an_open_quote_is_named_with_its_line() {
        List<String> lines = new ArrayList<>(PublishedCalendar.of(2026).lines());
        lines.set(5, "20260105,一,0,\"備註");
        assertThat(read(lines).findings()).containsExactly(new Finding(6, CalendarFault.QUOTES));
    }

    @Test
    void bytes_in_no_encoding_are_refused() {
        assertThat(CalendarFile.read(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0})
                        .findings())
                .containsExactly(new Finding(0, CalendarFault.ENCODING));
        byte[] utf16 = PublishedCalendar.of(2026).text().getBytes(StandardCharsets.UTF_16LE);
        assertThat(CalendarFile.read(utf16).findings()).isNotEmpty();
    }

    /** Whatever a broken download or a careless editor makes of it: read to an end, and never taken for whole. */
    @Test
    void a_mutilated_file_is_never_taken_for_a_year_with_other_days() {
        byte[] whole = PublishedCalendar.of(2026).utf8WithMark();
        CalendarFile good = CalendarFile.read(whole);
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] broken = random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(4); i >= 0 && broken.length > 0; i--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            CalendarFile file = CalendarFile.read(broken);
            if (file.findings().isEmpty()) {
                assertThat(file.years().get(2026))
                        .as("seed %d", seed)
                        .hasSizeBetween(
                                good.years().get(2026).size() - 4,
                                good.years().get(2026).size() + 4);
            } else {
                assertThat(file.years()).as("seed %d", seed).isEmpty();
            }
        }
    }

    private static CalendarFile read(List<String> lines) {
        return CalendarFile.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
