package tw.ecard.registration.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One table written in every format: texts, numbers, real dates, {@link Formula}s, null for a blank cell. */
public final class SameTable {

    /** A cell that computes this text. */
    public record Formula(String value) {}

    private SameTable() {}

    public static byte[] xlsx(List<List<Object>> table) {
        return written(new XSSFWorkbook(), table);
    }

    public static byte[] xls(List<List<Object>> table) {
        return written(new HSSFWorkbook(), table);
    }

    private static byte[] written(Workbook empty, List<List<Object>> table) {
        try (Workbook workbook = empty;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            var sheet = workbook.createSheet("讀者資料");
            for (int r = 0; r < table.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < table.get(r).size(); c++) {
                    if (table.get(r).get(c) != null) {
                        put(row.createCell(c), table.get(r).get(c), day);
                    }
                }
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(org.apache.poi.ss.usermodel.Cell cell, Object value, CellStyle day) {
        if (value instanceof Formula formula) {
            cell.setCellFormula("\"" + formula.value() + "\"");
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    public static byte[] ods(List<List<Object>> table) {
        StringWriter xml = new StringWriter();
        try {
            for (List<Object> row : table) {
                xml.write("<table:table-row>");
                for (Object value : row) {
                    writeCell(value, xml);
                }
                xml.write("</table:table-row>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Workbooks.zip(Workbooks.odsParts("<table:table table:name='讀者資料'>" + xml + "</table:table>"));
    }

    private static void writeCell(Object value, Writer xml) throws IOException {
        if (value == null) {
            xml.write("<table:table-cell/>");
            return;
        }
        String shown = value.toString();
        String type = "office:value-type='string'";
        if (value instanceof Formula formula) {
            shown = formula.value();
            type += " table:formula='of:=&quot;" + shown + "&quot;'";
        } else if (value instanceof Number) {
            type = "office:value-type='float' office:value='" + shown + "'";
        } else if (value instanceof LocalDate) {
            type = "office:value-type='date' office:date-value='" + shown + "'";
        }
        xml.write("<table:table-cell " + type + ">");
        OdsText.writeParagraphs(shown, xml);
        xml.write("</table:table-cell>");
    }

    /** A date is written as it is read from the other formats; what a formula computed stands without it. */
    public static byte[] csv(List<List<Object>> table, String charset, String mark) {
        StringBuilder text = new StringBuilder(mark);
        for (List<Object> row : table) {
            text.append(String.join(",", row.stream().map(SameTable::field).toList()))
                    .append("\r\n");
        }
        return text.toString().getBytes(Charset.forName(charset));
    }

    private static String field(Object value) {
        String text = value == null ? "" : value instanceof Formula formula ? formula.value() : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
