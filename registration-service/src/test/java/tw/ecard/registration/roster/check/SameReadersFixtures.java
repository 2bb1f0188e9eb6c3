package tw.ecard.registration.roster.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tw.ecard.registration.reader.PeopleFixture;

/**
 * Writes the committed files of the same thousand people that do not come from an office program, and the text from
 * which the office program makes the others; see {@code rosters/README.md}. Run it with the folder as its argument.
 */
final class SameReadersFixtures {

    private static final long SEED = 20_261_124;
    private static final int PEOPLE = 1_000;
    private static final int BIRTH_DATE = 2;

    private SameReadersFixtures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<List<Object>> table = table();
        Files.writeString(folder.resolve("people.csv"), csv(table));
        Files.write(folder.resolve("poi.xlsx"), poi(table));
        Files.write(folder.resolve("fastexcel.xlsx"), fastexcel(table));
        Files.write(folder.resolve("big5.csv"), csv(table).getBytes(Charset.forName("MS950")));
    }

    /** Headers and people; every second birth date is a real one, and all their characters are in Big5. */
    static List<List<Object>> table() {
        List<List<Object>> table = new ArrayList<>();
        table.add(List.copyOf(PeopleFixture.HEADERS));
        for (List<Object> person : PeopleFixture.people(PEOPLE, SEED)) {
            person.replaceAll(value -> value.toString().replace("𠮷", "吉"));
            if (table.size() % 2 == 0) {
                person.set(BIRTH_DATE, westernDate(person.get(BIRTH_DATE).toString()));
            }
            table.add(person);
        }
        return table;
    }

    private static LocalDate westernDate(String roc) {
        return LocalDate.of(
                1911 + Integer.parseInt(roc.substring(0, 3)),
                Integer.parseInt(roc.substring(3, 5)),
                Integer.parseInt(roc.substring(5)));
    }

    private static String csv(List<List<Object>> table) {
        StringBuilder text = new StringBuilder();
        for (List<Object> row : table) {
            text.append(String.join(",", row.stream().map(Object::toString).toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static byte[] poi(List<List<Object>> table) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle header = workbook.createCellStyle();
            var bold = workbook.createFont();
            bold.setBold(true);
            header.setFont(bold);
            header.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
            header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d;@"));
            var sheet = workbook.createSheet("讀者資料");
            sheet.createFreezePane(0, 1);
            for (int r = 0; r < table.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < table.get(r).size(); c++) {
                    put(row.createCell(c), table.get(r).get(c), r == 0 ? header : text, day);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] fastexcel(List<List<Object>> table) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Workbook workbook = new Workbook(out, "ecard", "1.0");
            Worksheet sheet = workbook.newWorksheet("讀者資料");
            for (int r = 0; r < table.size(); r++) {
                for (int c = 0; c < table.get(r).size(); c++) {
                    Object value = table.get(r).get(c);
                    if (value instanceof LocalDate date) {
                        sheet.value(r, c, date);
                        sheet.style(r, c).format("yyyy/m/d").set();
                    } else {
                        sheet.inlineString(r, c, value.toString());
                    }
                }
            }
            workbook.finish();
            return out.toByteArray();
        }
    }

    private static void put(Cell cell, Object value, CellStyle style, CellStyle day) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else {
            cell.setCellValue(value.toString());
            cell.setCellStyle(style);
        }
    }
}
