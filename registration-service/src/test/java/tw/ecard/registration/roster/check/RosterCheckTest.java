package tw.ecard.registration.roster.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static tw.ecard.registration.spreadsheet.Workbooks.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.reader.ReaderCategory;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.reader.Sex;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.spreadsheet.OdsWriter;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.XlsxTable;

class RosterCheckTest {

    private static final List<Object> HEADERS = List.copyOf(PeopleFixture.HEADERS);
    private static final int NAME = 0;
    private static final int NATIONAL_ID = 1;
    private static final int BIRTH_DATE = 2;
    private static final int SEX = 3;
    private static final int CATEGORY = 4;
    private static final int MOBILE = 8;
    private static final int REMARKS = 12;

    @Test
    void a_roster_without_a_fault_is_accepted_with_everybody_in_their_order() {
        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(PeopleFixture.people(50, 1))));

        assertThat(checked.outcome()).isEqualTo(new RosterOutcome(SpreadsheetFormat.XLSX, 50, 50, 0, 0, 0, null));
        assertThat(checked.outcome().isAccepted()).isTrue();
        assertThat(checked.readers())
                .extracting(ReaderRow::row)
                .isSorted()
                .startsWith(2)
                .endsWith(51);
        assertThat(checked.progress()).last().isEqualTo(1.0);
    }

    @Test
    void a_column_too_many_refuses_the_file_and_says_how_many_there_may_be() {
        for (int columns : new int[] {101, 102, 200}) {
            List<Object> headers = new ArrayList<>(HEADERS);
            for (int column = headers.size(); column < columns; column++) {
                headers.add("其他" + column);
            }
            List<List<Object>> table = new ArrayList<>(PeopleFixture.people(2, 3));
            table.add(0, headers);

            assertThat(CheckedRoster.of(Workbooks.xlsx(table)).outcome().problem())
                    .as("%d columns", columns)
                    .isEqualTo(new RosterProblem(Code.TOO_MANY_COLUMNS, List.of("100")));
        }
    }

    @Test
    void every_value_comes_in_its_one_valid_form() {
        List<Object> person = row(
                "王　小明",
                "a123456789",
                LocalDate.of(2006, 1, 1),
                "1",
                "學生",
                " 一年一班 ",
                1130001,
                422625100,
                912345678,
                "ming@example.edu.tw",
                402,
                "台中市南區",
                null);

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(List.of(person))));

        ReaderRow reader = checked.readers().get(0);
        assertThat(reader.name().value()).isEqualTo("王小明");
        assertThat(reader.nationalId().value()).isEqualTo("A123456789");
        assertThat(reader.birthDate().value()).isEqualTo("2006-01-01");
        assertThat(reader.sex()).isEqualTo(Sex.MALE);
        assertThat(reader.category()).isEqualTo(ReaderCategory.STUDENT);
        assertThat(reader.unit()).isEqualTo("一年一班");
        assertThat(reader.studentNumber()).isEqualTo("1130001");
        assertThat(reader.phone().dialled()).isEqualTo("0422625100");
        assertThat(reader.mobile().number()).isEqualTo("0912345678");
        assertThat(reader.email().value()).isEqualTo("ming@example.edu.tw");
        assertThat(reader.postcode().value()).isEqualTo("402");
        assertThat(reader.address().value()).isEqualTo("臺中市南區");
        assertThat(reader.remarks()).isNull();
        assertThat(checked.errors())
                .extracting(RowError::column, RowError::code, RowError::parameters)
                .containsExactly(
                        tuple("姓名", RowErrorCode.VALUE_NORMALISED, List.of("王○明")),
                        tuple("身分證字號", RowErrorCode.VALUE_NORMALISED, List.of("A12*****89")),
                        tuple("電話", RowErrorCode.LEADING_ZERO_RESTORED, List.of("042*****00")),
                        tuple("手機", RowErrorCode.LEADING_ZERO_RESTORED, List.of("091*****78")));
        assertThat(checked.outcome().warningCount()).isEqualTo(4);
        assertThat(checked.outcome().isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', REQUIRED",
        "1, '　', REQUIRED",
        "2, '', REQUIRED",
        "4, '', REQUIRED",
        "1, A123456788, NATIONAL_ID_CHECKSUM",
        "1, A12345, NATIONAL_ID_FORMAT",
        "1, A800000014, NOT_ROC_NATIONAL",
        "1, 123456789012, NOT_ROC_NATIONAL",
        "1, A970000008, NEEDS_MANUAL_REVIEW",
        "2, 95/13/1, DATE_FORMAT",
        "2, 1160101, DATE_IN_FUTURE",
        "2, 18991231, AGE_OUT_OF_RANGE",
        "3, 不明, SEX_FORMAT",
        "4, 家長, CATEGORY_NOT_ELIGIBLE",
        "7, 12345, PHONE_FORMAT",
        "8, 0212345678, MOBILE_FORMAT",
        "9, 無, EMAIL_FORMAT",
        "10, 0402, POSTCODE_FORMAT"
    })
    void a_wrong_value_returns_the_roster_with_its_row_and_column(int column, String value, RowErrorCode code) {
        List<List<Object>> people = PeopleFixture.people(3, 2);
        people.get(1).set(column, value);

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)));

        assertThat(checked.errors())
                .extracting(RowError::row, RowError::column, RowError::code)
                .containsExactly(tuple(3, HEADERS.get(column), code));
        assertThat(checked.outcome()).isEqualTo(new RosterOutcome(SpreadsheetFormat.XLSX, 3, 2, 1, 1, 0, null));
        assertThat(checked.outcome().isAccepted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2020-08-10, NOT_ROC_NATIONAL", "2020-08-09, NATIONAL_ID_FORMAT"})
    void a_residents_number_is_refused_by_the_policy_of_the_day_of_receipt(LocalDate today, RowErrorCode code) {
        List<List<Object>> people = PeopleFixture.people(1, 13);
        people.get(0).set(NATIONAL_ID, "A800000014");

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)), today);

        assertThat(checked.errors()).extracting(RowError::code).containsExactly(code);
    }

    @Test
    void a_row_is_told_everything_that_is_wrong_with_it_at_once() {
        List<List<Object>> people = PeopleFixture.people(1, 3);
        people.get(0).set(NAME, "王".repeat(51));
        people.get(0).set(NATIONAL_ID, "A123456788");
        people.get(0).set(CATEGORY, "校友");

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)));

        assertThat(checked.errors())
                .extracting(RowError::code)
                .containsExactly(
                        RowErrorCode.NAME_TOO_LONG,
                        RowErrorCode.NATIONAL_ID_CHECKSUM,
                        RowErrorCode.CATEGORY_NOT_ELIGIBLE);
        assertThat(checked.outcome().errorCount()).isEqualTo(3);
        assertThat(checked.outcome().rowsWrong()).isEqualTo(1);
    }

    @Test
    void a_warning_returns_nothing() {
        List<List<Object>> people = PeopleFixture.people(2, 4);
        people.get(1).set(SEX, people.get(1).get(SEX).equals("男") ? "女" : "男");
        people.get(1).set(BIRTH_DATE, "1950-01-01");
        people.get(1).set(NAME, "王\uE000明");

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)));

        assertThat(checked.errors())
                .extracting(RowError::code)
                .containsExactly(
                        RowErrorCode.UNREADABLE_CHARACTER, RowErrorCode.SEX_MISMATCH, RowErrorCode.AGE_IMPLAUSIBLE);
        assertThat(checked.outcome().isAccepted()).isTrue();
    }

    @Test
    void characters_that_nobody_sees_are_dropped_and_the_sender_is_told() {
        List<List<Object>> people = PeopleFixture.people(1, 13);
        people.get(0).set(NAME, "王\u202E小\u200B明\uFEFF");
        people.get(0).set(MOBILE, "0912\u200E345678");
        people.get(0).set(REMARKS, "轉\u2066學生");

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)));

        assertThat(checked.readers().get(0).name().value()).isEqualTo("王小明");
        assertThat(checked.readers().get(0).mobile().number()).isEqualTo("0912345678");
        assertThat(checked.readers().get(0).remarks()).isEqualTo("轉學生");
        assertThat(checked.errors())
                .extracting(RowError::column, RowError::code)
                .containsExactly(
                        tuple("姓名", RowErrorCode.VALUE_NORMALISED),
                        tuple("手機", RowErrorCode.VALUE_NORMALISED),
                        tuple("備註", RowErrorCode.VALUE_NORMALISED));
    }

    @Test
    void the_same_person_twice_is_told_the_first_row() {
        List<List<Object>> people = PeopleFixture.people(1_500, 5);
        people.get(1_400)
                .set(NATIONAL_ID, people.get(7).get(NATIONAL_ID).toString().toLowerCase(Locale.ROOT));
        people.get(1_400).set(SEX, people.get(7).get(SEX));

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)));

        assertThat(checked.errors())
                .filteredOn(error -> error.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.row()).isEqualTo(1_402);
                    assertThat(error.code()).isEqualTo(RowErrorCode.DUPLICATE_IN_FILE);
                    assertThat(error.parameters()).containsExactly("9");
                });
    }

    @Test
    void a_date_whose_year_was_worked_out_is_shown_by_its_year() {
        List<List<Object>> people = PeopleFixture.people(3, 6);
        people.get(0).set(BIRTH_DATE, "98/3/4");
        people.get(1).set(BIRTH_DATE, 980304);

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)));

        assertThat(checked.outcome().isAccepted()).isTrue();
        assertThat(checked.errors())
                .extracting(RowError::row, RowError::column, RowError::code, RowError::parameters)
                .containsExactly(
                        tuple(2, "出生日期", RowErrorCode.VALUE_NORMALISED, List.of("2009-**-**")),
                        tuple(3, "出生日期", RowErrorCode.VALUE_NORMALISED, List.of("2009-**-**")));
    }

    @Test
    void the_same_table_gives_the_same_in_either_format() {
        List<List<Object>> people = PeopleFixture.people(200, 6);
        people.get(3).set(NATIONAL_ID, "AC01234567");
        people.get(5).set(BIRTH_DATE, LocalDate.of(2009, 2, 3));
        people.get(6).set(MOBILE, 912345678);
        people.get(8).set(BIRTH_DATE, 980304);
        people.get(9).set(BIRTH_DATE, "98年2月30日");
        people.get(11).set(NATIONAL_ID, people.get(2).get(NATIONAL_ID));
        people.get(12).set(NAME, "  ");

        CheckedRoster xlsx = CheckedRoster.of(Workbooks.xlsx(table(people)));
        CheckedRoster ods = CheckedRoster.of(Workbooks.ods(table(people)));

        assertThat(xlsx.outcome().errorCount()).isEqualTo(4);
        assertThat(ods.readers()).isEqualTo(xlsx.readers()).hasSize(196);
        assertThat(ods.errors()).isEqualTo(xlsx.errors());
        assertThat(ods.outcome().warningCount()).isEqualTo(xlsx.outcome().warningCount());
    }

    @Test
    void columns_may_have_other_names_and_any_order_below_a_title() {
        List<List<Object>> table = List.of(
                row("示範高級中學　讀者資料"),
                row("座號", "身分證號*", "類　別", "學生姓名", "生日(西元)"),
                row(1, "A123456789", "老師", "王小明", "2006/1/1"),
                row(2, null, null, null, null),
                row(null, null, null, null, null));

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table));

        assertThat(checked.outcome().isAccepted()).isTrue();
        assertThat(checked.readers())
                .singleElement()
                .satisfies(reader -> assertThat(reader.category()).isEqualTo(ReaderCategory.STAFF));
        assertThat(checked.header())
                .extracting(RowError::row, RowError::column, RowError::code)
                .containsExactly(tuple(2, "座號", RowErrorCode.UNKNOWN_COLUMN));
        assertThat(checked.outcome().warningCount()).isEqualTo(1);
    }

    @Test
    void a_file_whose_columns_are_wrong_is_returned_with_that_one_message() {
        assertThat(CheckedRoster.of(Workbooks.xlsx(List.of(row("姓名", "性別", "學號"), row("王小明", "男", "1"))))
                        .outcome()
                        .problem())
                .isEqualTo(new RosterProblem(Code.MISSING_COLUMN, List.of("身分證字號、出生日期、身分別")));
        List<Object> twice = new ArrayList<>(HEADERS);
        twice.add("學生姓名");
        assertThat(CheckedRoster.of(Workbooks.xlsx(List.of(twice, row("王小明"))))
                        .outcome()
                        .problem())
                .isEqualTo(new RosterProblem(Code.REPEATED_COLUMN, List.of("姓名")));
        assertThat(CheckedRoster.of(Workbooks.xlsx(List.of(row("a", "b"), row("c", "d"))))
                        .problem())
                .isEqualTo(Code.NO_HEADER_ROW);
        assertThat(CheckedRoster.of(Workbooks.xlsx(table(List.of()))).problem()).isEqualTo(Code.NO_DATA_ROWS);
        List<List<Object>> tooFarDown = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tooFarDown.add(row("標題"));
        }
        tooFarDown.add(HEADERS);
        assertThat(CheckedRoster.of(Workbooks.xlsx(tooFarDown)).problem()).isEqualTo(Code.NO_HEADER_ROW);
    }

    @Test
    void hidden_sheets_and_rows_are_read_like_others() {
        StringBuilder xlsxRows = new StringBuilder();
        StringBuilder odsRows = new StringBuilder();
        for (List<Object> row : table(PeopleFixture.people(3, 11))) {
            xlsxRows.append("<row hidden='1'>");
            odsRows.append("<table:table-row table:visibility='filter'>");
            for (Object value : row) {
                xlsxRows.append("<c t='inlineStr'><is><t>").append(value).append("</t></is></c>");
                odsRows.append("<table:table-cell office:value-type='string'><text:p>")
                        .append(value)
                        .append("</text:p></table:table-cell>");
            }
            xlsxRows.append("</row>");
            odsRows.append("</table:table-row>");
        }
        Map<String, String> xlsx = Workbooks.xlsxParts(xlsxRows.toString());
        xlsx.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("sheetId", "state='veryHidden' sheetId"));
        String ods = "<table:table table:name='一' table:style-name='hidden'>" + odsRows + "</table:table>";

        assertThat(CheckedRoster.of(Workbooks.zip(xlsx)).readers()).hasSize(3);
        assertThat(CheckedRoster.of(Workbooks.zip(Workbooks.odsParts(ods))).readers())
                .hasSize(3);
    }

    @Test
    void an_annotated_copy_can_come_back() {
        List<Object> headers = new ArrayList<>(HEADERS);
        headers.add("錯誤說明");
        List<List<Object>> people = PeopleFixture.people(2, 7);
        people.get(0).add("請更正");

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(List.of(
                headers,
                people.get(0),
                people.get(1),
                row(null, null, null, null, null, null, null, null, null, null, null, null, null, "殘留的說明"))));

        assertThat(checked.outcome()).isEqualTo(new RosterOutcome(SpreadsheetFormat.XLSX, 2, 2, 0, 0, 0, null));
    }

    @Test
    void formulas_are_warned_of_and_failed_ones_hold_nothing() {
        String cells = "<row r='2'><c t='str'><f>A9</f><v>王小明</v></c><c t='str'><v>A123456789</v></c>"
                + "<c t='e'><f>A8</f><v>#N/A</v></c><c/><c t='str'><v>學生</v></c></row>";
        String header = "<row r='1'>"
                + String.join(
                        "",
                        HEADERS.subList(0, 5).stream()
                                .map(name -> "<c t='str'><v>" + name + "</v></c>")
                                .toList())
                + "</row>";

        CheckedRoster checked = CheckedRoster.of(Workbooks.zip(Workbooks.xlsxParts(header + cells)));

        assertThat(checked.errors())
                .extracting(RowError::column, RowError::code)
                .containsExactly(
                        tuple("姓名", RowErrorCode.FORMULA_VALUE),
                        tuple("出生日期", RowErrorCode.FORMULA_VALUE),
                        tuple("出生日期", RowErrorCode.REQUIRED));
    }

    @Test
    void a_cell_beyond_the_limit_is_an_error_that_names_it() {
        List<List<Object>> people = PeopleFixture.people(1, 8);
        people.get(0).set(12, "長".repeat(1_001));

        assertThat(CheckedRoster.of(Workbooks.xlsx(table(people))).errors())
                .containsExactly(new RowError(2, "備註", RowErrorCode.CELL_TOO_LONG, List.of("1000"), null));
    }

    @Test
    void files_that_cannot_be_read_come_to_an_outcome_too() {
        byte[] good = Workbooks.xlsx(table(PeopleFixture.people(20, 9)));

        assertThat(CheckedRoster.of("hello".getBytes(StandardCharsets.UTF_8)).problem())
                .isEqualTo(Code.NOT_A_SPREADSHEET);
        assertThat(CheckedRoster.of("hello".getBytes(StandardCharsets.UTF_8))
                        .outcome()
                        .format())
                .isNull();
        assertThat(CheckedRoster.of(Arrays.copyOf(good, good.length / 2)).problem())
                .isEqualTo(Code.TRUNCATED);
        assertThat(CheckedRoster.of(good, Workbooks.limits(15, 100, 1_000)).outcome())
                .isEqualTo(new RosterOutcome(
                        SpreadsheetFormat.XLSX, 15, 15, 0, 0, 0, new RosterProblem(Code.TOO_MANY_ROWS, List.of("15"))));
    }

    @Test
    void what_a_listener_throws_ends_the_check() {
        SpreadsheetSource source = SpreadsheetSource.of(Workbooks.xlsx(table(PeopleFixture.people(3, 10))));

        assertThatThrownBy(() -> RosterCheck.run(source, SpreadsheetLimits.DEFAULT, CheckedRoster.TODAY, stopping()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cancelled");
    }

    private static RosterListener stopping() {
        return new RosterListener() {
            @Override
            public void accepted(ReaderRow reader, List<RowError> warnings) {
                throw new IllegalStateException("cancelled");
            }

            @Override
            public void wrong(int row, List<RowError> errors) {}
        };
    }

    @Test
    void nothing_reported_or_printed_holds_a_whole_value() {
        List<List<Object>> people = PeopleFixture.people(30, 11);
        Consumer<List<Object>> spoil = person -> {
            person.set(NATIONAL_ID, person.get(NATIONAL_ID) + "9");
            person.set(BIRTH_DATE, "9" + person.get(BIRTH_DATE) + "7");
            person.set(MOBILE, person.get(MOBILE) + "1");
            person.set(CATEGORY, person.get(NATIONAL_ID));
        };
        people.subList(0, 15).forEach(spoil);

        CheckedRoster checked = CheckedRoster.of(Workbooks.xlsx(table(people)));

        String everything = checked.errors().toString() + checked.readers() + checked.outcome();
        for (List<Object> person : people) {
            for (int column : List.of(NATIONAL_ID, BIRTH_DATE, MOBILE)) {
                String value = person.get(column).toString();
                assertThat(everything).doesNotContain(value).doesNotContain(value.substring(0, value.length() - 1));
            }
            assertThat(everything).doesNotContain(person.get(NAME).toString());
        }
    }

    @Test
    void twenty_thousand_people_pass_through_in_either_format() throws IOException {
        List<List<Object>> people = PeopleFixture.people(20_000, 12);
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        XlsxTable.write(
                xlsx,
                "讀者資料",
                PeopleFixture.HEADERS,
                people.stream().map(RosterCheckTest::texts).iterator());
        ByteArrayOutputStream ods = new ByteArrayOutputStream();
        try (OdsWriter writer = new OdsWriter(ods)) {
            writer.sheet("讀者資料", HEADERS.size()).row(texts(HEADERS));
            for (List<Object> person : people) {
                writer.row(texts(person));
            }
        }

        CheckedRoster fromXlsx = CheckedRoster.of(xlsx.toByteArray());
        CheckedRoster fromOds = CheckedRoster.of(ods.toByteArray());

        assertThat(fromXlsx.outcome().isAccepted()).isTrue();
        assertThat(fromXlsx.progress()).hasSize(21).isSorted();
        assertThat(fromOds.readers()).isEqualTo(fromXlsx.readers()).hasSize(20_000);
    }

    private static String[] texts(List<Object> values) {
        return values.toArray(String[]::new);
    }

    private static List<List<Object>> table(List<List<Object>> people) {
        List<List<Object>> table = new ArrayList<>();
        table.add(HEADERS);
        table.addAll(people);
        return table;
    }
}
