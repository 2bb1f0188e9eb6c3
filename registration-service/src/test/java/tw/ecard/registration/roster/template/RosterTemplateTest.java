package tw.ecard.registration.roster.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Spreadsheets;
import tw.ecard.registration.spreadsheet.Workbook;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

class RosterTemplateTest {

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS"})
    void it_has_the_headers_one_example_and_a_sheet_of_instructions(SpreadsheetFormat format) throws IOException {
        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(template(format)), SpreadsheetLimits.DEFAULT)) {
            assertThat(workbook.format()).isEqualTo(format);
            workbook.nextSheet();
            assertThat(workbook.sheetName()).isEqualTo("讀者資料");
            List<ReadRow> rows = Workbooks.readSheet(workbook);
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).texts()).isEqualTo(PeopleFixture.HEADERS);
            assertThat(rows.get(1).texts()).startsWith("範例（請刪除本列）", "A123456789");

            workbook.nextSheet();
            assertThat(workbook.sheetName()).isEqualTo("填寫說明");
            assertThat(Workbooks.readSheet(workbook))
                    .extracting(row -> row.texts().get(0))
                    .containsAll(PeopleFixture.HEADERS)
                    .endsWith("範本版本：1");
        }
    }

    @Test
    void the_xlsx_offers_choices_and_keeps_numbers_as_text() throws IOException {
        byte[] template = template(SpreadsheetFormat.XLSX);

        String sheet = part(template, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("男,女").contains("學生,教職員").contains("sqref=\"D2:D1048576\"");
        assertThat(sheet).containsPattern("<col min=\"2\" max=\"2\"[^>]* style=\"[1-9]");
        assertThat(part(template, "xl/styles.xml")).contains("formatCode=\"@\"");
    }

    @Test
    void the_ods_offers_choices_down_to_its_last_row() throws IOException {
        String content = part(template(SpreadsheetFormat.ODS), "content.xml");

        assertThat(content)
                .contains("of:cell-content-is-in-list(&quot;男&quot;;&quot;女&quot;)")
                .contains("of:cell-content-is-in-list(&quot;學生&quot;;&quot;教職員&quot;)");
        String rowsToFillIn = content.substring(content.indexOf("number-rows-repeated=\"1048574\""));
        assertThat(rowsToFillIn.split("content-validation-name=\"性別\"")).hasSize(2);
        assertThat(rowsToFillIn.split("content-validation-name=\"身分別\"")).hasSize(2);
    }

    @Test
    void another_library_reads_the_ods() throws IOException {
        SpreadSheet workbook = new SpreadSheet(new ByteArrayInputStream(template(SpreadsheetFormat.ODS)));

        assertThat(workbook.getSheets()).extracting(Sheet::getName).containsExactly("讀者資料", "填寫說明");
        Sheet table = workbook.getSheet(0);
        for (int column = 0; column < PeopleFixture.HEADERS.size(); column++) {
            assertThat(table.getRange(0, column).getValue()).isEqualTo(PeopleFixture.HEADERS.get(column));
        }
        assertThat(table.getRange(1, 8).getValue()).isEqualTo("0912345678");
    }

    @Test
    void another_library_reads_the_xlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template(SpreadsheetFormat.XLSX)))) {
            XSSFSheet table = workbook.getSheet("讀者資料");
            assertThat(table.getRow(1).getCell(8).getStringCellValue()).isEqualTo("0912345678");
            assertThat(table.getRow(1).getCell(8).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(table.getDataValidations())
                    .extracting(
                            offered ->
                                    offered.getRegions().getCellRangeAddress(0).formatAsString(),
                            offered -> List.of(offered.getValidationConstraint().getExplicitListValues()))
                    .containsExactly(
                            tuple("D2:D1048576", List.of("男", "女")), tuple("E2:E1048576", List.of("學生", "教職員")));
            assertThat(workbook.getSheet("填寫說明").getLastRowNum()).isGreaterThan(PeopleFixture.HEADERS.size());
            assertThat(workbook.getProperties()
                            .getCustomProperties()
                            .getProperty("範本版本")
                            .getLpwstr())
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS", "CSV"})
    void sent_back_as_it_is_it_is_returned_for_its_example_alone(SpreadsheetFormat format) throws IOException {
        List<RowErrorCode> found = new ArrayList<>();

        RosterOutcome outcome = RosterCheck.run(
                SpreadsheetSource.of(template(format)),
                SpreadsheetLimits.DEFAULT,
                LocalDate.of(2026, 11, 24),
                new RosterListener() {
                    @Override
                    public void accepted(ReaderRow reader, List<RowError> warnings) {
                        throw new AssertionError("the example is nobody");
                    }

                    @Override
                    public void wrong(int row, List<RowError> errors) {
                        errors.forEach(error -> found.add(error.code()));
                    }
                });

        assertThat(outcome.problem()).isNull();
        assertThat(outcome.warningCount()).isZero();
        assertThat(found).containsExactly(RowErrorCode.EXAMPLE_ROW);
    }

    @Test
    void the_csv_has_the_headers_and_one_example_and_says_that_it_is_unicode() throws IOException {
        String[] lines = new String(template(SpreadsheetFormat.CSV), StandardCharsets.UTF_8).split("\r\n");

        assertThat(lines).hasSize(2);
        assertThat(lines[0]).isEqualTo("\uFEFF" + String.join(",", PeopleFixture.HEADERS));
        assertThat(lines[1]).startsWith("範例（請刪除本列）,A123456789,0950101,男,學生");
    }

    @Test
    void it_says_of_which_version_it_is_by_its_name_and_in_its_properties() throws IOException {
        assertThat(RosterTemplate.FORMATS)
                .extracting(RosterTemplate::fileName)
                .containsExactly("讀者資料檔範本-v1.xlsx", "讀者資料檔範本-v1.ods", "讀者資料檔範本-v1.csv");
        assertThat(part(template(SpreadsheetFormat.XLSX), "docProps/custom.xml"))
                .contains("範本版本", ">1<");
        assertThat(part(template(SpreadsheetFormat.ODS), "meta.xml"))
                .contains("<dc:title>讀者資料檔範本</dc:title>")
                .contains("<meta:user-defined meta:name=\"範本版本\">1</meta:user-defined>");
    }

    @Test
    void there_is_none_in_other_formats() {
        assertThatThrownBy(() -> template(SpreadsheetFormat.XLS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_name_stands_for_two_columns() {
        RosterDefinition definition = RosterDefinition.current();
        int names = definition.columns().stream()
                .mapToInt(column -> 1 + column.aliases().size())
                .sum();

        assertThat(definition.names()).hasSize(names);
        assertThat(definition.columns()).extracting(RosterColumn::field).containsExactly(RosterField.values());
    }

    private static byte[] template(SpreadsheetFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RosterTemplate.write(format, out);
        return out.toByteArray();
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
