package tw.ecard.registration.roster.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;
import tw.ecard.registration.spreadsheet.SheetWriter;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.StyledText;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

/** The annotated copy in the programs of those who get it. */
class OtherProgramsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SpreadsheetLimits LONG_CELLS = Workbooks.limits(1_048_575, 100, 5_000);
    private static final String PINK = "FFFFC7CE";
    private static final String YELLOW = "FFFFEB9C";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"XLSX, ods", "ODS, xlsx", "ODS, ods"})
    void libreoffice_opens_it_and_what_was_corrected_there_is_accepted(SpreadsheetFormat format, String savedAs)
            throws IOException, InterruptedException {
        Optional<LibreOffice> libreOffice = LibreOffice.in(directory);
        assumeTrue(libreOffice.isPresent(), "LibreOffice (soffice) is not installed: not tried with it");
        FlawedRoster flawed = FlawedRoster.of(format, 71);
        byte[] copy = annotated(flawed, format);

        byte[] saved = libreOffice.get().convert(copy, format.extension(), savedAs);

        Map<Integer, List<String>> rows = rows(saved);
        assertThat(rows).isEqualTo(rows(copy));
        flawed.flaws().forEach((row, code) -> {
            if (code.severity() == Severity.ERROR) {
                rows.put(row, flawed.corrected(row));
            }
        });
        RosterOutcome outcome = check(written(rows));
        assertThat(outcome.isAccepted()).as("%s", outcome).isTrue();
        assertThat(outcome.rowsAccepted()).isEqualTo(flawed.flaws().size() + 2);
    }

    @Test
    void poi_finds_every_cell_of_text_and_wrong_ones_in_colour() throws IOException {
        FlawedRoster flawed = FlawedRoster.of(SpreadsheetFormat.XLSX, 71);

        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(annotated(flawed, SpreadsheetFormat.XLSX)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) FlawedRoster.HEADER_ROW);
            flawed.texts().forEach((number, texts) -> {
                for (int column = 0; column < FlawedRoster.NOTES; column++) {
                    XSSFCell cell = sheet.getRow(number - 1).getCell(column);
                    String expected = column < texts.size() ? texts.get(column) : "";
                    if (!expected.isEmpty() && expected.length() <= 1_000) {
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getStringCellValue()).isEqualTo(expected);
                        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                    }
                }
            });
            flawed.flaws().forEach((number, code) -> {
                assertThat(colours(sheet, number)).as("row of %s", code).containsExactly(colour(code));
                assertThat(sheet.getRow(number - 1).getCell(FlawedRoster.NOTES).getStringCellValue())
                        .isNotEmpty();
            });
            assertThat(colours(sheet, FlawedRoster.HEADER_ROW)).containsExactly(YELLOW);
            assertThat(sheet.getRow(FlawedRoster.HEADER_ROW - 1)
                            .getCell(3)
                            .getCellComment()
                            .getString()
                            .getString())
                    .startsWith("此欄位不在讀者資料檔格式內");
        }
    }

    private static String colour(RowErrorCode code) {
        return code.severity() == Severity.ERROR ? PINK : YELLOW;
    }

    private static List<String> colours(XSSFSheet sheet, int number) {
        List<String> colours = new ArrayList<>();
        sheet.getRow(number - 1).forEach(cell -> {
            if (cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
                colours.add(((XSSFCell) cell)
                        .getCellStyle()
                        .getFillForegroundColorColor()
                        .getARGBHex());
            }
        });
        return colours;
    }

    private static byte[] annotated(FlawedRoster flawed, SpreadsheetFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnnotatedCopy(format, Locale.TRADITIONAL_CHINESE, FurtherFindings.NONE)
                .write(SpreadsheetSource.of(flawed.file(format)), SpreadsheetLimits.DEFAULT, TODAY, out);
        return out.toByteArray();
    }

    private static Map<Integer, List<String>> rows(byte[] file) {
        Map<Integer, List<String>> rows = new TreeMap<>();
        for (ReadRow row : Workbooks.read(file, LONG_CELLS)) {
            rows.put(row.number(), row.texts());
        }
        return rows;
    }

    private static byte[] written(Map<Integer, List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = SheetWriter.start(SpreadsheetFormat.XLSX, out, "名冊", new int[16], 1);
        for (Map.Entry<Integer, List<String>> row : rows.entrySet()) {
            writer.row(
                    row.getKey(), row.getValue().stream().map(StyledText::plain).toList());
        }
        writer.finish();
        return out.toByteArray();
    }

    private static RosterOutcome check(byte[] file) {
        return RosterCheck.run(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT, TODAY, new RosterListener() {
            @Override
            public void accepted(ReaderRow reader, List<RowError> warnings) {}

            @Override
            public void wrong(int row, List<RowError> errors) {}
        });
    }
}
