package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static tw.ecard.registration.spreadsheet.Workbooks.limits;
import static tw.ecard.registration.spreadsheet.Workbooks.read;
import static tw.ecard.registration.spreadsheet.Workbooks.row;
import static tw.ecard.registration.spreadsheet.XlsFiles.compound;
import static tw.ecard.registration.spreadsheet.XlsFiles.label;
import static tw.ecard.registration.spreadsheet.XlsFiles.record;
import static tw.ecard.registration.spreadsheet.XlsFiles.workbook;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

class XlsReaderTest {

    private static final byte[] GOOD = XlsFiles.xls(List.of(
            row("姓名", "身分證字號", "出生日期"), row("王小明", "A123456789", LocalDate.of(2006, 1, 1)), row("a", 1.5, true)));

    @Test
    void cells_of_every_kind_come_as_they_were_written() {
        List<ReadRow> rows = read(XlsFiles.xls(List.of(
                row("姓名", 262343827, 1.5, LocalDate.of(2006, 1, 1), true), row(), row(null, "𠮷野‧家", " a  b "))));

        assertThat(rows).extracting(ReadRow::number).containsExactly(1, 3);
        assertThat(rows.get(0).texts()).containsExactly("姓名", "262343827", "1.5", "2006-01-01", "TRUE");
        assertThat(rows.get(0).cells())
                .extracting(Cell::kind)
                .containsExactly(Cell.Kind.TEXT, Cell.Kind.NUMBER, Cell.Kind.NUMBER, Cell.Kind.DATE, Cell.Kind.BOOLEAN);
        assertThat(rows.get(0).cells().get(3).date()).isEqualTo("2006-01-01");
        assertThat(rows.get(1).texts()).containsExactly("", "𠮷野‧家", " a  b ");
    }

    @Test
    void texts_in_runs_errors_and_formulas_are_told_apart() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var cells = workbook.createSheet().createRow(0);
            HSSFRichTextString rich = new HSSFRichTextString("王小明");
            rich.applyFont(1, 2, workbook.createFont());
            cells.createCell(0).setCellValue(rich);
            cells.createCell(1).setCellErrorValue(FormulaError.NA);
            cells.createCell(2).setCellFormula("\"王\"&\"小明\"");
            cells.createCell(3).setCellFormula("1+1");
            cells.createCell(4).setCellFormula("1=1");
            cells.createCell(5).setCellFormula("1/0");
            cells.createCell(6).setCellFormula("\"\"");
            cells.createCell(7).setCellFormula("REPT(\"長\",5000)");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

            List<Cell> read = read(XlsFiles.bytes(workbook)).get(0).cells();

            assertThat(read)
                    .extracting(Cell::kind, Cell::formula)
                    .containsExactly(
                            tuple(Cell.Kind.TEXT, false),
                            tuple(Cell.Kind.ERROR, false),
                            tuple(Cell.Kind.TEXT, true),
                            tuple(Cell.Kind.NUMBER, true),
                            tuple(Cell.Kind.BOOLEAN, true),
                            tuple(Cell.Kind.ERROR, true),
                            tuple(Cell.Kind.BLANK, false),
                            tuple(Cell.Kind.TEXT, true));
            assertThat(read)
                    .extracting(Cell::text)
                    .containsExactly("王小明", "#N/A", "王小明", "2", "TRUE", "#DIV/0!", "", "長".repeat(1_000));
            assertThat(read.get(7).cut()).isTrue();
        }
    }

    @Test
    void shared_texts_that_go_on_in_many_records_are_put_together() {
        Random random = new Random(1);
        List<List<Object>> table = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String latin = "x".repeat(random.nextInt(40)) + i;
            table.add(row(latin, "王" + latin, "長".repeat(random.nextInt(900))));
        }

        List<ReadRow> rows = read(XlsFiles.xls(table));

        for (int i = 0; i < table.size(); i++) {
            List<Object> written = table.get(i);
            assertThat(rows.get(i).texts())
                    .as("row " + i)
                    .isEqualTo(written.get(2).equals("") ? written.subList(0, 2) : written);
        }
    }

    @Test
    void dates_follow_the_cell_style_and_the_system_of_the_workbook() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var cells = workbook.createSheet().createRow(0);
            String[] formats = {"yyyy/m/d", "[$-404]e/m/d", "General", "0.00", "h:mm", "m/d/yy"};
            for (int i = 0; i < formats.length; i++) {
                var style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(formats[i]));
                cells.createCell(i).setCellValue(38_718.75);
                cells.getCell(i).setCellStyle(style);
            }
            assertThat(read(XlsFiles.bytes(workbook)).get(0).texts())
                    .containsExactly("2006-01-01", "2006-01-01", "38718.75", "38718.75", "38718.75", "2006-01-01");

            workbook.getInternalWorkbook().getRecords().stream()
                    .filter(DateWindow1904Record.class::isInstance)
                    .map(DateWindow1904Record.class::cast)
                    .forEach(mode -> mode.setWindowing((short) 1));
            assertThat(read(XlsFiles.bytes(workbook)).get(0).texts()).startsWith("2010-01-02");
        }
    }

    @Test
    void sheets_come_in_order_with_the_hidden_ones_and_may_be_left_early() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            for (String name : List.of("一", "二", "三")) {
                HSSFSheet sheet = workbook.createSheet(name);
                for (int i = 0; i < 20; i++) {
                    sheet.createRow(i).createCell(0).setCellValue(name + i);
                }
            }
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            byte[] file = XlsFiles.bytes(workbook);

            try (Workbook read = Spreadsheets.open(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT)) {
                assertThat(read.format()).isEqualTo(SpreadsheetFormat.XLS);
                assertThat(read.nextSheet()).isTrue();
                assertThat(read.sheetName()).isEqualTo("一");
                assertThat(read.nextRow().cell(0).text()).isEqualTo("一0");
                assertThat(read.fractionRead()).isBetween(0.0, 0.9);
                assertThat(read.nextSheet()).isTrue();
                assertThat(read.sheetName()).isEqualTo("二");
                assertThat(Workbooks.readSheet(read)).hasSize(20);
                assertThat(read.fractionRead()).isEqualTo(1);
                assertThat(read.nextRow()).isNull();
                assertThat(read.nextSheet()).isTrue();
                assertThat(Workbooks.readSheet(read).get(19).texts()).containsExactly("三19");
                assertThat(read.nextSheet()).isFalse();
            }
        }
    }

    @Test
    void a_workbook_small_enough_to_be_kept_in_pieces_is_read() {
        byte[] file = compound("Workbook", workbook(label(0, 0, "姓名"), label(4, 1, "x")));

        List<ReadRow> rows = read(file);

        assertThat(rows).extracting(ReadRow::number).containsExactly(1, 5);
        assertThat(rows.get(1).texts()).containsExactly("", "x");
    }

    @Test
    void whole_and_broken_numbers_in_thirty_bits_are_read() {
        // 262343827 as a whole number, 95010.1 in hundredths, 1 as the upper part of a double, −1.
        byte[] numbers = record(0x00BD, 0, 0, 0, 0x324E, 0x3E8C, 0, 0xE54B, 0x0243, 0, 0, 0x3FF0, 0, 0xFFFE, 0xFFFF, 3);

        assertThat(read(compound("Workbook", workbook(numbers))).get(0).texts())
                .containsExactly("262343827", "95010.1", "1", "-1");
    }

    @Test
    void limits_of_rows_columns_texts_and_time_hold() {
        assertThat(read(GOOD, limits(2, 3, 1_000))).hasSize(3);
        assertThat(assertRefused(GOOD, limits(1, 3, 1_000), Reason.TOO_MANY_ROWS)
                        .parameters())
                .containsExactly("1");
        assertRefused(GOOD, limits(2, 2, 1_000), Reason.TOO_MANY_COLUMNS);
        long mib = 1 << 20;
        assertRefused(GOOD, Workbooks.limits(mib, mib, 9, 1_000, Duration.ofMinutes(1)), Reason.TOO_LARGE_UNPACKED);
        assertRefused(GOOD, Workbooks.limits(mib, mib, 9, mib, Duration.ZERO), Reason.TOO_SLOW);
    }

    @Test
    void passwords_macros_and_older_editions_are_named() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            assertRefused(XlsFiles.bytes(workbook), Reason.ENCRYPTED);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        Map<String, byte[]> withMacros = new LinkedHashMap<>();
        withMacros.put("_VBA_PROJECT_CUR", new byte[10]);
        withMacros.put("Workbook", workbook());
        assertRefused(compound(withMacros), Reason.MACRO_ENABLED);
        assertThat(assertRefused(compound("Book", new byte[10]), Reason.FORMAT_NOT_ACCEPTED)
                        .parameters())
                .containsExactly("xls (Excel 95)");
        assertRefused(compound("Workbook", record(XlsFiles.BOF, 0x0500, 5, 0, 0)), Reason.FORMAT_NOT_ACCEPTED);
        assertRefused(compound("WordDocument", new byte[10]), Reason.NOT_A_SPREADSHEET);
    }

    @Test
    void a_chart_within_a_sheet_is_no_part_of_its_rows() {
        byte[] chart = XlsFiles.join(
                record(XlsFiles.BOF, 0x0600, 0x0020, 0, 0, 0, 0, 0, 0), label(0, 0, "chart"), record(XlsFiles.EOF));

        assertThat(read(compound("Workbook", workbook(label(0, 0, "a"), chart, label(1, 0, "b")))))
                .extracting(row -> row.texts().get(0))
                .containsExactly("a", "b");
    }

    @Test
    void what_contradicts_itself_is_damaged() {
        assertRefused(compound("Workbook", workbook(label(1, 0, "a"), label(0, 0, "b"))), Reason.DAMAGED);
        assertRefused(compound("Workbook", workbook(record(0x00FD, 0, 0, 0, 7, 0))), Reason.DAMAGED);
        assertRefused(compound("Workbook", workbook(record(0x0203, 0, 0, 0, 1))), Reason.DAMAGED);
        assertRefused(compound("Workbook", workbook(record(0x0204, 0, 0, 0, 9))), Reason.DAMAGED);
        byte[] noEnd = workbook(label(0, 0, "a"));
        assertRefused(compound("Workbook", Arrays.copyOf(noEnd, noEnd.length - 4)), Reason.TRUNCATED);
    }

    @Test
    void sheets_without_number_that_share_their_records_end() {
        byte[] one = workbook(label(0, 0, "a"));
        byte[] bof = Arrays.copyOf(one, 20);
        byte[] bound = Arrays.copyOfRange(one, 20, 34);
        byte[] many = new byte[bound.length * 500];
        int start = 20 + many.length + 4;
        for (int i = 0; i < 500; i++) {
            System.arraycopy(bound, 0, many, i * bound.length, bound.length);
            many[i * bound.length + 4] = (byte) start;
            many[i * bound.length + 5] = (byte) (start >> 8);
        }
        byte[] rows = new byte[0];
        for (int i = 0; i < 200; i++) {
            rows = XlsFiles.join(rows, record(0x0201, i, 0, 0));
        }
        byte[] stream = XlsFiles.join(
                bof, many, Arrays.copyOfRange(one, 34, 58), rows, Arrays.copyOfRange(one, 58, one.length));

        UnreadableSpreadsheet refusal = catchThrowableOfType(UnreadableSpreadsheet.class, () -> {
            try (Workbook read =
                    Spreadsheets.open(SpreadsheetSource.of(compound("Workbook", stream)), SpreadsheetLimits.DEFAULT)) {
                while (read.nextSheet()) {
                    Workbooks.readSheet(read);
                }
            }
        });

        assertThat(refusal.reason()).isEqualTo(Reason.SUSPICIOUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 600, 2_000, 4_000})
    void a_file_cut_short_is_told(int missing) {
        UnreadableSpreadsheet refusal = catchThrowableOfType(
                UnreadableSpreadsheet.class, () -> read(Arrays.copyOf(GOOD, GOOD.length - missing)));

        assertThat(missing == 1 || refusal.reason() == Reason.TRUNCATED || refusal.reason() == Reason.DAMAGED)
                .as(String.valueOf(refusal))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changed_bytes_end_in_rows_or_a_refusal(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] file = GOOD.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowableOfType(Throwable.class, () -> read(file));
            assertThat(thrown == null || thrown instanceof UnreadableSpreadsheet)
                    .as("seed " + seed + ", round " + i + ": " + thrown)
                    .isTrue();
        }
    }

    private static UnreadableSpreadsheet assertRefused(byte[] file, Reason reason) {
        return assertRefused(file, SpreadsheetLimits.DEFAULT, reason);
    }

    private static UnreadableSpreadsheet assertRefused(byte[] file, SpreadsheetLimits limits, Reason reason) {
        UnreadableSpreadsheet refusal = catchThrowableOfType(UnreadableSpreadsheet.class, () -> read(file, limits));
        assertThat(refusal).as("refused as " + reason).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }
}
