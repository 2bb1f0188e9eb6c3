package tw.ecard.registration.spreadsheet;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests: tables written by libraries that are not our own, and parts written by hand. */
public final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private Workbooks() {}

    /** A row of a table: texts, numbers, dates, booleans, null for a blank cell. */
    public static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    public static byte[] xlsx(List<List<Object>> rows) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var workbook = new org.dhatim.fastexcel.Workbook(out, "tests", "1.0");
            Worksheet sheet = workbook.newWorksheet("工作表1");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    putXlsx(sheet, r, c, rows.get(r).get(c));
                }
            }
            workbook.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void putXlsx(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof String text) {
            sheet.value(row, column, text);
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean bool) {
            sheet.value(row, column, bool);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy/m/d").set();
        }
    }

    /**
     * Small tables without blank rows only: the library's time grows with the square of the rows, and it takes a blank
     * row for a repetition of the next.
     */
    public static byte[] ods(List<List<Object>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(1);
        Sheet sheet = new Sheet("工作表1", Math.max(1, rows.size()), width);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (rows.get(r).get(c) != null) {
                    sheet.getRange(r, c).setValue(rows.get(r).get(c));
                }
            }
        }
        SpreadSheet workbook = new SpreadSheet();
        workbook.appendSheet(sheet);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of an xlsx with one sheet, whose rows are given as XML. */
    public static Map<String, String> xlsxParts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml"\
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
        parts.put("_rels/.rels", relations("r1:officeDocument:xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><workbookPr/>"
                        + "<sheets><sheet name='一' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "r1:worksheet:worksheets/sheet1.xml",
                        "r2:sharedStrings:/xl/sharedStrings.xml",
                        "r3:styles:styles.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    public static String relations(String... idKindTarget) {
        StringBuilder xml = new StringBuilder("<Relationships xmlns='" + PACKAGE_RELATIONS + "'>");
        for (String relation : idKindTarget) {
            String[] words = relation.split(":");
            xml.append("<Relationship Id='%s' Type='%s/%s' Target='%s'/>"
                    .formatted(words[0], RELATIONS, words[1], words[2]));
        }
        return xml.append("</Relationships>").toString();
    }

    public static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><dimension ref='A1:XFD1048576'/><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    public static String sharedStrings(String items) {
        return "<sst xmlns='" + MAIN + "'>" + items + "</sst>";
    }

    /** Styles with one cell format for each number format id, after the default one. */
    public static String styles(String numberFormats, int... ids) {
        StringBuilder xml = new StringBuilder("<styleSheet xmlns='" + MAIN + "'><numFmts>" + numberFormats
                + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>");
        for (int id : ids) {
            xml.append("<xf numFmtId='").append(id).append("'/>");
        }
        return xml.append("</cellXfs></styleSheet>").toString();
    }

    /** The parts of an ods whose tables are given as XML. */
    public static Map<String, String> odsParts(String tables) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("content.xml", """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
                 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"\
                 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"\
                 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>\
                <style:style style:name="shown"><style:table-properties table:display="true"/></style:style>\
                <style:style style:name="hidden"><style:table-properties table:display="false"/></style:style>\
                </office:automatic-styles><office:body><office:spreadsheet>%s\
                </office:spreadsheet></office:body></office:document-content>""".formatted(tables));
        return parts;
    }

    public static byte[] zip(Map<String, String> parts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, content) -> bytes.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return zipBytes(bytes);
    }

    public static byte[] zipBytes(Map<String, byte[]> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the first sheet: each row as its number and its cells. */
    public static List<ReadRow> read(byte[] file) {
        return read(file, SpreadsheetLimits.DEFAULT);
    }

    public static List<ReadRow> read(byte[] file, SpreadsheetLimits limits) {
        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(file), limits)) {
            return workbook.nextSheet() ? readSheet(workbook) : List.of();
        }
    }

    public static List<ReadRow> readSheet(Workbook workbook) {
        List<ReadRow> rows = new ArrayList<>();
        for (Row row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.width(); i++) {
                cells.add(row.cell(i));
            }
            rows.add(new ReadRow(row.number(), cells));
        }
        return rows;
    }

    /** A row that was read. */
    public record ReadRow(int number, List<Cell> cells) {

        public List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }

    /** Limits of which tests lower one. */
    public static SpreadsheetLimits limits(int maxRows, int maxColumns, int maxCellCharacters) {
        SpreadsheetLimits normal = SpreadsheetLimits.DEFAULT;
        return new SpreadsheetLimits(
                normal.maxFileBytes(),
                normal.maxUnpackedBytes(),
                maxRows,
                maxColumns,
                maxCellCharacters,
                normal.maxParts(),
                normal.maxCompressionRatio(),
                normal.maxSharedTextBytes(),
                normal.deadline());
    }

    public static SpreadsheetLimits limits(
            long maxFileBytes, long maxUnpackedBytes, int maxParts, long maxSharedTextBytes, Duration deadline) {
        SpreadsheetLimits normal = SpreadsheetLimits.DEFAULT;
        return new SpreadsheetLimits(
                maxFileBytes,
                maxUnpackedBytes,
                normal.maxRows(),
                normal.maxColumns(),
                normal.maxCellCharacters(),
                maxParts,
                normal.maxCompressionRatio(),
                maxSharedTextBytes,
                deadline);
    }
}
