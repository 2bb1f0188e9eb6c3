package tw.ecard.systemtests.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tw.ecard.localstack.demo.Person;

/**
 * The library's own template, filled in as a contact does: the example row goes, people come in its place. Everything
 * else of the workbook stays as the library made it.
 */
public final class FilledTemplate {

    private static final String FIRST_SHEET = "xl/worksheets/sheet1.xml";

    private FilledTemplate() {}

    public static byte[] of(byte[] template, List<Person> people) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(filled)) {
            for (Map.Entry<String, byte[]> part : Unzipped.parts(template).entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getKey().equals(FIRST_SHEET) ? fill(part.getValue(), people) : part.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return filled.toByteArray();
    }

    private static byte[] fill(byte[] sheet, List<Person> people) {
        String xml = new String(sheet, StandardCharsets.UTF_8);
        int exampleRow = xml.indexOf("<row r=\"2\"");
        int end = xml.indexOf("</row>", exampleRow) + "</row>".length();
        if (exampleRow < 0) {
            throw new AssertionError("the template has no example row");
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < people.size(); i++) {
            rows.append(row(i + 2, people.get(i)));
        }
        return (xml.substring(0, exampleRow) + rows + xml.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    /** Columns A to E: the required ones, and sex between them. */
    private static String row(int number, Person person) {
        return "<row r=\"" + number + "\">" + cell("A", number, person.name())
                + cell("B", number, person.nationalId())
                + cell("C", number, person.rocBirthDate())
                + cell("D", number, person.sex())
                + cell("E", number, person.category()) + "</row>";
    }

    private static String cell(String column, int row, String text) {
        return "<c r=\"" + column + row + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
