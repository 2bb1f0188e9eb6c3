package tw.ecard.registration.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.spreadsheet.Workbooks;

/** A good roster as the parts of its package, into which the corpus puts what is bad. */
final class RosterParts {

    /** Stands in cells of every roster of the corpus, and may turn up in no log. */
    static final String MARKER = "zq7marker";

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String CONTENT = "content.xml";

    private static final int REMARKS = 12;

    private RosterParts() {}

    /** A header row and people without a fault, all values as text. */
    static List<List<Object>> table(int people) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(PeopleFixture.HEADERS));
        for (List<Object> person : PeopleFixture.people(people, 7)) {
            person.set(REMARKS, MARKER);
            rows.add(person);
        }
        return rows;
    }

    /** A person without a fault whose value in one column is another. */
    static List<Object> person(int column, String value) {
        List<Object> person = table(1).get(1);
        person.set(column, value);
        return person;
    }

    static List<Object> headers() {
        return table(0).get(0);
    }

    static Map<String, String> xlsx() {
        return xlsx(table(2));
    }

    static Map<String, String> xlsx(List<List<Object>> rows) {
        return Workbooks.xlsxParts(xlsxRows(rows));
    }

    /** A good roster whose sheet holds further XML behind its rows. */
    static Map<String, String> xlsxWith(String rows) {
        return Workbooks.xlsxParts(xlsxRows(table(2)) + rows);
    }

    static String xlsxRows(List<List<Object>> rows) {
        StringBuilder xml = new StringBuilder();
        for (List<Object> row : rows) {
            xml.append("<row>");
            row.forEach(value -> xml.append(xlsxCell(value.toString())));
            xml.append("</row>");
        }
        return xml.toString();
    }

    static String xlsxCell(String text) {
        return "<c t='inlineStr'><is><t>" + escaped(text) + "</t></is></c>";
    }

    /** All texts of the rows apart, as Excel writes them. */
    static Map<String, String> xlsxWithSharedTexts() {
        StringBuilder rows = new StringBuilder();
        StringBuilder texts = new StringBuilder();
        int count = 0;
        for (List<Object> row : table(2)) {
            rows.append("<row>");
            for (Object value : row) {
                rows.append("<c t='s'><v>").append(count++).append("</v></c>");
                texts.append("<si><t>").append(escaped(value.toString())).append("</t></si>");
            }
            rows.append("</row>");
        }
        Map<String, String> parts = Workbooks.xlsxParts(rows.toString());
        parts.put(TEXTS, Workbooks.sharedStrings(texts.toString()));
        return parts;
    }

    static Map<String, String> ods() {
        return odsWith("");
    }

    static Map<String, String> ods(List<List<Object>> rows) {
        return Workbooks.odsParts(odsTable(odsRows(rows)));
    }

    /** A good roster whose table holds further XML behind its rows. */
    static Map<String, String> odsWith(String rows) {
        return Workbooks.odsParts(odsTable(odsRows(table(2)) + rows));
    }

    static String odsTable(String rows) {
        return "<table:table table:name='一'>" + rows + "</table:table>";
    }

    static String odsRows(List<List<Object>> rows) {
        StringBuilder xml = new StringBuilder();
        for (List<Object> row : rows) {
            xml.append("<table:table-row>");
            row.forEach(value -> xml.append(odsCell(value.toString())));
            xml.append("</table:table-row>");
        }
        return xml.toString();
    }

    static String odsCell(String text) {
        return "<table:table-cell office:value-type='string'><text:p>" + escaped(text) + "</text:p></table:table-cell>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** One of the parts with another text in it. */
    static byte[] zipWith(Map<String, String> parts, String name, String text) {
        parts.put(name, text);
        return Workbooks.zip(parts);
    }

    /** One of the parts with a word in it replaced; it must be there. */
    static byte[] zipReplacing(Map<String, String> parts, String name, String from, String to) {
        String text = parts.get(name);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(from + " is not in " + name);
        }
        return zipWith(parts, name, text.replace(from, to));
    }

    /** The parts zipped, with something large that is never held before the first occurrence of a text in one. */
    static Content streaming(Map<String, String> parts, String name, String before, Content large) {
        return streaming(Deflater.DEFAULT_COMPRESSION, parts, name, before, large);
    }

    static Content streaming(int level, Map<String, String> parts, String name, String before, Content large) {
        return out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(level);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals(name)) {
                    int at = part.getValue().indexOf(before);
                    write(zip, part.getValue().substring(0, at));
                    large.writeTo(zip);
                    write(zip, part.getValue().substring(at));
                } else {
                    write(zip, part.getValue());
                }
            }
            zip.finish();
        };
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static Content repeated(String start, String text, long times, String end) {
        int block = (int) Math.min(times, 1_000);
        byte[] thousand = String.join("", Collections.nCopies(block, text)).getBytes(StandardCharsets.UTF_8);
        return out -> {
            write(out, start);
            for (long i = 0; i < times / block; i++) {
                out.write(thousand);
            }
            write(out, end);
        };
    }

    /** Letters that hardly compress, so that no guard against compression sees them. */
    static Content noise(String start, int megabytes, String end) {
        return out -> {
            write(out, start);
            // What repeats lies too far apart for a zip to find it.
            byte[] letters = new byte[1 << 20];
            Random random = new Random(1);
            for (int i = 0; i < letters.length; i++) {
                letters[i] = (byte) ('a' + random.nextInt(16));
            }
            for (int i = 0; i < megabytes; i++) {
                out.write(letters);
            }
            write(out, end);
        };
    }
}
