package tw.ecard.registration.roster.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RosterMessages;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;
import tw.ecard.registration.spreadsheet.XlsFiles;

class AnnotatedCopyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Locale CHINESE = Locale.TRADITIONAL_CHINESE;
    private static final int NOTES = FlawedRoster.NOTES;

    /** Found beside other people's rosters, never in a file; and about the header, not a row. */
    private static final Set<RowErrorCode> NOT_OF_A_ROW = EnumSet.of(
            RowErrorCode.DUPLICATE_IN_PROGRESS, RowErrorCode.ALREADY_HOLDS_CARD, RowErrorCode.UNKNOWN_COLUMN);

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS", "CSV"})
    void every_wrong_row_is_told_everything_and_no_cell_of_the_institution_changes(SpreadsheetFormat format)
            throws IOException {
        FlawedRoster roster = FlawedRoster.of(format, 71);
        Checked checked = check(roster.file(format));
        assertThat(checked.codes()).as("the table has every error").containsAll(codesOf(format));

        Map<Integer, List<String>> copy = texts(annotated(roster.file(format), format, CHINESE));

        assertThat(copy.keySet()).isEqualTo(roster.texts().keySet());
        roster.texts().forEach((number, own) -> {
            List<String> annotated = copy.get(number);
            for (int column = 0; column < own.size(); column++) {
                // What stands beside the table makes room for the notes.
                String now = cell(annotated, column < NOTES ? column : column + 1);
                String was = own.get(column);
                assertThat(now)
                        .as("row %d, column %d", number, column)
                        .isEqualTo(was.length() <= 1_000 ? was : was.substring(0, 1_000) + "……（後略）");
            }
            assertThat(cell(annotated, NOTES))
                    .isEqualTo(
                            number == FlawedRoster.HEADER_ROW
                                    ? "錯誤說明"
                                    : String.join(
                                            format == SpreadsheetFormat.CSV ? " " : "\n",
                                            checked.lines(number, CHINESE)));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS", "CSV"})
    void a_copy_sent_back_as_it_is_gives_the_same_findings_and_the_same_copy(SpreadsheetFormat format)
            throws IOException {
        FlawedRoster roster = FlawedRoster.of(format, 71);
        byte[] copy = annotated(roster.file(format), format, CHINESE);

        Checked again = check(copy);

        Map<Integer, List<RowError>> first = check(roster.file(format)).byRow;
        first.values().removeIf(found -> found.get(0).code() == RowErrorCode.FORMULA_VALUE);
        assertThat(again.byRow).isEqualTo(first);
        assertThat(texts(annotated(copy, format, CHINESE)).get(FlawedRoster.HEADER_ROW))
                .containsOnlyOnce("錯誤說明")
                .hasSize(NOTES + 1);
    }

    @Test
    void a_reminder_is_said_to_be_one_and_stands_behind_the_errors() throws IOException {
        List<List<Object>> people = PeopleFixture.people(2, 73);
        people.get(0).set(0, "王 小明");
        people.get(0).set(1, "A123456788");

        Map<Integer, List<String>> copy =
                texts(annotated(Workbooks.xlsx(table(people)), SpreadsheetFormat.XLSX, CHINESE));
        Map<Integer, List<String>> english =
                texts(annotated(Workbooks.xlsx(table(people)), SpreadsheetFormat.XLSX, Locale.ENGLISH));

        assertThat(cell(copy.get(2), 13).split("\n"))
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("身分證字號：").doesNotContain("提醒"),
                        reminder -> assertThat(reminder).startsWith("〔提醒〕姓名："));
        assertThat(cell(english.get(2), 13)).contains("[Reminder] 姓名: ").contains("ID card");
        assertThat(cell(copy.get(3), 13)).isEmpty();
    }

    /** The limit is on the institution's columns: the column of notes is ours. */
    @Test
    void the_copy_of_a_file_of_as_many_columns_as_it_may_have_can_be_corrected_and_sent_back() throws IOException {
        List<List<Object>> table = new ArrayList<>(PeopleFixture.people(2, 79));
        table.add(0, new ArrayList<>(PeopleFixture.HEADERS));
        for (int column = table.get(0).size(); column < SpreadsheetLimits.DEFAULT.maxColumns(); column++) {
            table.get(0).add("其他" + column);
            table.get(1).add("甲");
            table.get(2).add("乙");
        }
        table.get(1).set(1, "A123456788");
        assertThat(check(Workbooks.xlsx(table)).codes()).contains(RowErrorCode.NATIONAL_ID_CHECKSUM);

        Map<Integer, List<String>> copy = texts(annotated(Workbooks.xlsx(table), SpreadsheetFormat.XLSX, CHINESE));
        List<List<Object>> corrected = new ArrayList<>();
        copy.values().forEach(row -> corrected.add(new ArrayList<>(row)));
        corrected.get(1).set(1, "A123456789");

        assertThat(copy.get(1)).hasSize(101).endsWith("錯誤說明");
        assertThat(check(Workbooks.xlsx(corrected)).byRow()).isEmpty();
    }

    @Test
    void the_notes_of_an_earlier_copy_are_replaced_where_they_stood() throws IOException {
        List<List<Object>> table = new ArrayList<>();
        List<Object> headers = new ArrayList<>(PeopleFixture.HEADERS);
        headers.add(0, "錯誤說明");
        headers.add("錯誤說明");
        table.add(headers);
        for (List<Object> person : PeopleFixture.people(2, 74)) {
            person.add(0, "上一輪的說明");
            person.add("上一輪的說明");
            table.add(person);
        }
        table.get(1).set(2, "A123456788");

        Map<Integer, List<String>> copy = texts(annotated(Workbooks.xlsx(table), SpreadsheetFormat.XLSX, CHINESE));

        assertThat(copy.get(1)).containsOnlyOnce("錯誤說明").startsWith("錯誤說明", "姓名");
        assertThat(cell(copy.get(2), 0)).startsWith("身分證字號：").contains("檢查碼");
        assertThat(copy.get(3).get(0)).isEmpty();
        assertThat(copy.values()).allSatisfy(row -> assertThat(row).doesNotContain("上一輪的說明"));
    }

    @Test
    void findings_from_elsewhere_stand_with_those_of_the_file() throws IOException {
        List<Integer> asked = new ArrayList<>();
        FurtherFindings further = row -> {
            asked.add(row);
            return row == 3
                    ? List.of(new RowError(3, "身分證字號", RowErrorCode.ALREADY_HOLDS_CARD, List.of(), null))
                    : List.of();
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new AnnotatedCopy(SpreadsheetFormat.ODS, CHINESE, further)
                .write(
                        SpreadsheetSource.of(Workbooks.ods(table(PeopleFixture.people(4, 75)))),
                        SpreadsheetLimits.DEFAULT,
                        TODAY,
                        out);

        Map<Integer, List<String>> copy = texts(out.toByteArray());
        assertThat(cell(copy.get(3), 13))
                .isEqualTo("身分證字號：" + RosterMessages.of(RowErrorCode.ALREADY_HOLDS_CARD, List.of(), CHINESE));
        assertThat(cell(copy.get(2), 13)).isEmpty();
        assertThat(asked).containsExactly(2, 3, 4, 5);
    }

    @Test
    void an_xls_becomes_an_xlsx() throws IOException {
        List<List<Object>> people = PeopleFixture.people(2, 77);
        people.get(0).set(2, LocalDate.of(2009, 2, 3));
        people.get(0).set(8, 912345678);
        people.get(1).set(1, "A123456788");

        byte[] copy = annotated(XlsFiles.xls(table(people)), SpreadsheetFormat.XLS, CHINESE);

        assertThat(AnnotatedCopy.formatOf(SpreadsheetFormat.XLS)).isEqualTo(SpreadsheetFormat.XLSX);
        assertThat(AnnotatedCopy.formatOf(SpreadsheetFormat.CSV)).isEqualTo(SpreadsheetFormat.CSV);
        assertThat(copy).startsWith('P', 'K');
        assertThat(texts(copy).get(2)).contains("2009-02-03", "912345678");
        assertThat(cell(texts(copy).get(2), 13)).startsWith("〔提醒〕手機：");
        assertThat(cell(texts(copy).get(3), 13)).startsWith("身分證字號：");
        assertThat(check(copy)).isEqualTo(check(XlsFiles.xls(table(people))));
    }

    @Test
    void a_computation_that_failed_leaves_no_text_that_could_pass_for_a_name() throws IOException {
        String headers = String.join(
                "",
                PeopleFixture.HEADERS.subList(0, 5).stream()
                        .map("<c t='inlineStr'><is><t>%s</t></is></c>"::formatted)
                        .toList());
        byte[] file = Workbooks.zip(Workbooks.xlsxParts("<row r='1'>" + headers
                + "</row><row r='2'><c t='e'><f>A8</f><v>#N/A</v></c><c t='str'><v>A123456789</v></c></row>"));

        byte[] copy = annotated(file, SpreadsheetFormat.XLSX, CHINESE);

        assertThat(texts(copy).get(2)).startsWith("", "A123456789");
        assertThat(check(copy).codes())
                .containsExactly(RowErrorCode.REQUIRED, RowErrorCode.REQUIRED, RowErrorCode.REQUIRED);
    }

    @Test
    void a_failure_to_write_or_to_read_comes_out_and_leaves_no_valid_file() {
        byte[] file = Workbooks.xlsx(table(PeopleFixture.people(3, 76)));
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> write(file, broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");

        byte[] noRoster = Workbooks.xlsx(PeopleFixture.people(3, 76));
        assertThatThrownBy(() -> write(noRoster, OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NO_HEADER_ROW");
    }

    private static void write(byte[] file, OutputStream out) throws IOException {
        new AnnotatedCopy(SpreadsheetFormat.XLSX, CHINESE, FurtherFindings.NONE)
                .write(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT, TODAY, out);
    }

    private static Set<RowErrorCode> codesOf(SpreadsheetFormat format) {
        Set<RowErrorCode> codes = EnumSet.complementOf(EnumSet.copyOf(NOT_OF_A_ROW));
        if (format == SpreadsheetFormat.CSV) {
            codes.remove(RowErrorCode.FORMULA_VALUE);
        }
        return codes;
    }

    private static byte[] annotated(byte[] file, SpreadsheetFormat format, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnnotatedCopy(format, language, FurtherFindings.NONE)
                .write(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT, TODAY, out);
        return out.toByteArray();
    }

    /** Read without our limits: the copy of a long cell is longer, and has a column more. */
    private static Map<Integer, List<String>> texts(byte[] file) {
        Map<Integer, List<String>> texts = new TreeMap<>();
        for (ReadRow row : Workbooks.read(file, Workbooks.limits(100_000, 101, 5_000))) {
            texts.put(row.number(), row.texts());
        }
        return texts;
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static List<List<Object>> table(List<List<Object>> people) {
        List<List<Object>> table = new ArrayList<>();
        table.add(List.copyOf(PeopleFixture.HEADERS));
        table.addAll(people);
        return table;
    }

    private static Checked check(byte[] file) {
        Map<Integer, List<RowError>> byRow = new TreeMap<>();
        RosterOutcome outcome =
                RosterCheck.run(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT, TODAY, new RosterListener() {
                    @Override
                    public void accepted(ReaderRow reader, List<RowError> warnings) {
                        if (!warnings.isEmpty()) {
                            byRow.put(reader.row(), warnings);
                        }
                    }

                    @Override
                    public void wrong(int row, List<RowError> errors) {
                        byRow.put(row, errors);
                    }
                });
        assertThat(outcome.problem()).isNull();
        return new Checked(byRow);
    }

    /** What a check found in each row. */
    private record Checked(Map<Integer, List<RowError>> byRow) {

        List<RowErrorCode> codes() {
            return byRow.values().stream()
                    .flatMap(List::stream)
                    .map(RowError::code)
                    .toList();
        }

        List<String> lines(int row, Locale language) {
            List<RowError> found = byRow.getOrDefault(row, List.of());
            List<String> lines = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                found.stream()
                        .filter(error -> error.severity() == severity)
                        .forEach(error -> lines.add(RosterMessages.line(error, language)));
            }
            return lines;
        }
    }
}
