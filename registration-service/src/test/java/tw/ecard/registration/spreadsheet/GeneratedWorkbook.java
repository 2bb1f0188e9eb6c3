package tw.ecard.registration.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook with a little of everything that people and programs put into one, the same one for the same seed. */
final class GeneratedWorkbook {

    private static final String[] FORMATS = {
        "General",
        "0",
        "0.00",
        "#,##0",
        "@",
        "0%",
        "yyyy/m/d",
        "[$-404]e/m/d",
        "m/d/yy",
        "yyyy\"年\"m\"月\"d\"日\"",
        "d-mmm-yy",
        "0.00E+00"
    };
    private static final String CHARACTERS = "王小明陳怡君abcXYZ 0123456789<&>\"'\t\n、‧𠮷é　";
    private static final int COLUMNS = 12;

    private final Random random;
    private final Workbook workbook;
    private final List<CellStyle> styles = new ArrayList<>();

    private GeneratedWorkbook(long seed, Workbook workbook) {
        this.random = new Random(seed);
        this.workbook = workbook;
        for (String format : FORMATS) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            styles.add(style);
        }
    }

    /** With shared texts, some of which say how they are pronounced. */
    static byte[] xlsx(long seed) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        if (seed % 3 == 0) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        return withPronunciation(new GeneratedWorkbook(seed, workbook).bytes());
    }

    /** With the texts in their cells. */
    static byte[] xlsxInline(long seed) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        return new GeneratedWorkbook(seed, new SXSSFWorkbook(workbook)).bytes();
    }

    static byte[] xls(long seed) {
        HSSFWorkbook workbook = new HSSFWorkbook();
        if (seed % 3 == 0) {
            workbook.getInternalWorkbook().getRecords().stream()
                    .filter(DateWindow1904Record.class::isInstance)
                    .map(DateWindow1904Record.class::cast)
                    .forEach(mode -> mode.setWindowing((short) 1));
        }
        return new GeneratedWorkbook(seed, workbook).bytes();
    }

    private byte[] bytes() {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int s = 0; s <= random.nextInt(4); s++) {
                fill(workbook.createSheet("表" + s));
            }
            if (workbook.getNumberOfSheets() > 2) {
                workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
                workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Sheet sheet) {
        int number = 0;
        for (int r = random.nextInt(60); r > 0; r--) {
            number += random.nextInt(5) == 0 ? random.nextInt(100) : 1;
            Row row = sheet.createRow(number);
            row.setZeroHeight(random.nextInt(6) == 0);
            for (int c = 0; c < COLUMNS; c++) {
                if (random.nextInt(3) > 0) {
                    put(row.createCell(c));
                }
            }
            if (random.nextInt(15) == 0) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(number, number, 3, 5));
            }
        }
        // Rows with looks and nothing in them, as a border that was drawn too far.
        for (int i = 0; i < random.nextInt(30); i++) {
            sheet.createRow(++number).createCell(random.nextInt(COLUMNS)).setCellStyle(styles.get(1));
        }
    }

    private void put(Cell cell) {
        cell.setCellStyle(styles.get(random.nextInt(styles.size())));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> cell.setCellValue(text(random.nextInt(30)));
            case 3 -> cell.setCellValue(richText());
            case 4 -> cell.setCellValue(random.nextInt(1_000_000_000));
            case 5 -> cell.setCellValue((random.nextInt(2_000_000) - 1_000_000) / 1_000.0);
            case 6 -> cell.setCellValue(LocalDate.of(1905, 1, 1).plusDays(random.nextInt(50_000)));
            case 7 -> cell.setCellValue(random.nextBoolean());
            default -> {
                if (random.nextBoolean()) {
                    cell.setCellErrorValue(FormulaError.values()[1 + random.nextInt(7)].getCode());
                } else {
                    putFormula(cell);
                }
            }
        }
    }

    private void putFormula(Cell cell) {
        switch (random.nextInt(3)) {
            case 0 -> {
                cell.setCellFormula("\"王\"&\"小明\"");
                cell.setCellValue("王小明");
            }
            case 1 -> {
                cell.setCellFormula("1+1.5");
                cell.setCellValue(2.5);
            }
            default -> {
                cell.setCellFormula("1=1");
                cell.setCellValue(true);
            }
        }
    }

    private RichTextString richText() {
        String text = "王" + text(1 + random.nextInt(8)) + "z";
        RichTextString rich = workbook.getCreationHelper().createRichTextString(text);
        rich.applyFont(1, 2, workbook.createFont());
        return rich;
    }

    private String text(int length) {
        int[] all = CHARACTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return text.toString();
    }

    /** No library writes it, so it is put behind every second shared text. */
    private static byte[] withPronunciation(byte[] xlsx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.computeIfPresent(
                "xl/sharedStrings.xml",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll(
                                "(</t>|</r>)</si>(<si>.*?</si>)", "$1<rPh sb=\"0\" eb=\"1\"><t>ㄨㄤˊ</t></rPh></si>$2")
                        .getBytes(StandardCharsets.UTF_8));
        return Workbooks.zipBytes(parts);
    }
}
