package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Date1904Support;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our readers against those of libraries, over generated workbooks: the same texts in the same places.
 *
 * <p>Differences by design: a number that is no day, although it is to be shown as one, stays the number ({@link
 * #isDay}). Left out of the generated workbooks: times without a day, which we leave numbers; hours, which we drop; text
 * beyond the limit, which we cut.
 */
class OracleTest {

    /** What stands for a computed value with fastexcel-reader, which does not tell its kind. */
    private static final String COMPUTED = "=";

    private static final String ROC_YEAR = "e/m/d";

    /** Sheet by sheet; row and column, from 1 and from 0, to text. */
    private record Content(List<Map<String, String>> sheets) {}

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void xlsx_with_shared_texts_is_read_as_by_poi_and_fastexcel(long seed) throws IOException {
        byte[] file = GeneratedWorkbook.xlsx(seed);

        assertSame(ours(file), ofPoi(file), "poi, seed " + seed);
        assertSame(ours(file), ofFastexcel(file), "fastexcel, seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void xlsx_with_texts_in_its_cells_is_read_as_by_poi_and_fastexcel(long seed) throws IOException {
        byte[] file = GeneratedWorkbook.xlsxInline(seed);

        assertSame(ours(file), ofPoi(file), "poi, seed " + seed);
        assertSame(ours(file), ofFastexcel(file), "fastexcel, seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void xls_is_read_as_by_poi(long seed) throws IOException {
        byte[] file = GeneratedWorkbook.xls(seed);

        assertSame(ours(file), ofPoi(file), "poi, seed " + seed);
    }

    private static void assertSame(Content ours, Content theirs, String as) {
        assertThat(ours.sheets()).as(as).hasSameSizeAs(theirs.sheets());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < ours.sheets().size(); i++) {
            Map<String, String> our = ours.sheets().get(i);
            Map<String, String> their = theirs.sheets().get(i);
            Set<String> places = new TreeSet<>(our.keySet());
            places.addAll(their.keySet());
            for (String place : places) {
                boolean told = !COMPUTED.equals(their.get(place));
                if (told && !Objects.equals(our.get(place), their.get(place))) {
                    differences.add(
                            "sheet %d, %s: [%s] and not [%s]".formatted(i, place, our.get(place), their.get(place)));
                }
            }
        }
        assertThat(differences).as(as).isEmpty();
    }

    private static Content ours(byte[] file) {
        List<Map<String, String>> sheets = new ArrayList<>();
        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT)) {
            while (workbook.nextSheet()) {
                Map<String, String> cells = new TreeMap<>();
                for (Row row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                    for (int c = 0; c < row.width(); c++) {
                        put(cells, row.number(), c, row.cell(c).text());
                    }
                }
                sheets.add(cells);
            }
        }
        return new Content(sheets);
    }

    private static Content ofPoi(byte[] file) throws IOException {
        List<Map<String, String>> sheets = new ArrayList<>();
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            boolean from1904 = from1904(workbook);
            for (var sheet : workbook) {
                Map<String, String> cells = new TreeMap<>();
                for (var row : sheet) {
                    for (var cell : row) {
                        put(cells, row.getRowNum() + 1, cell.getColumnIndex(), text(cell, from1904));
                    }
                }
                sheets.add(cells);
            }
        }
        return new Content(sheets);
    }

    private static String text(org.apache.poi.ss.usermodel.Cell cell, boolean from1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                isDayFormat(cell) && isDay(cell.getNumericCellValue(), from1904)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : plain(BigDecimal.valueOf(cell.getNumericCellValue()));
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static boolean from1904(org.apache.poi.ss.usermodel.Workbook workbook) {
        return workbook instanceof HSSFWorkbook old
                ? old.getInternalWorkbook().isUsing1904DateWindowing()
                : workbook instanceof Date1904Support support && support.isDate1904();
    }

    /** Excel knows no day 0, a 29 February 1900 that never was, and nothing after 9999. */
    private static boolean isDay(double serial, boolean from1904) {
        boolean inRange = serial >= 0 && serial < 2_958_466;
        return inRange && (from1904 || (int) serial != 0 && (int) serial != 60);
    }

    private static Content ofFastexcel(byte[] file) throws IOException {
        List<Map<String, String>> sheets = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            boolean from1904 = workbook.isDate1904();
            for (var sheet : workbook.getSheets().toList()) {
                Map<String, String> cells = new TreeMap<>();
                for (var row : sheet.read()) {
                    for (var cell : row) {
                        if (cell != null) {
                            put(cells, row.getRowNum(), cell.getColumnIndex(), text(cell, from1904));
                        }
                    }
                }
                sheets.add(cells);
            }
        }
        return new Content(sheets);
    }

    private static String text(org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        return switch (cell.getType()) {
            case NUMBER ->
                isDayFormat(cell) && isDay(cell.asNumber().doubleValue(), from1904)
                        ? cell.asDate().toLocalDate().toString()
                        : plain(cell.asNumber());
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case EMPTY -> "";
            case FORMULA -> COMPUTED;
            default -> String.valueOf(cell.getRawValue() == null ? cell.getText() : cell.getRawValue());
        };
    }

    /** The year of the Republic of China ({@code e}) is unknown to POI. */
    private static boolean isDayFormat(org.apache.poi.ss.usermodel.Cell cell) {
        return DateUtil.isCellDateFormatted(cell)
                || cell.getCellStyle().getDataFormatString().contains(ROC_YEAR);
    }

    private static boolean isDayFormat(org.dhatim.fastexcel.reader.Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && (format.contains(ROC_YEAR) || DateUtil.isADateFormat(cell.getDataFormatId(), format));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0
                ? "0"
                : number.round(new MathContext(15)).stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, String> cells, int row, int column, String text) {
        if (!text.isEmpty()) {
            cells.put(row + ":" + column, text);
        }
    }
}
