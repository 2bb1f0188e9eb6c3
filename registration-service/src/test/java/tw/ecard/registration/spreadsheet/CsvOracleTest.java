package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our csv reader against fastcsv over generated files. Differences by design, which these leave out: what {@link
 * CsvValue} takes off, characters behind a closing quote, and quotes that are left open.
 */
class CsvOracleTest {

    private static final String PLAIN = "王小明陳abc 0123.-𠮷";
    private static final String QUOTED = "王小明陳abc 0123.-,;\t\n\"";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void csv_is_read_as_by_fastcsv(long seed) throws IOException {
        String text = generated(new Random(seed));

        assertThat(ours(text)).as("seed " + seed).isEqualTo(ofFastcsv(text)).isNotEmpty();
    }

    /** The content of every field that has some, by record and field. */
    private static Map<String, String> ours(String text) {
        Map<String, String> fields = new TreeMap<>();
        SpreadsheetSource source = SpreadsheetSource.of(text.getBytes(StandardCharsets.UTF_8));
        try (Workbook workbook = Spreadsheets.open(source, SpreadsheetLimits.DEFAULT)) {
            workbook.nextSheet();
            for (Row row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                for (int c = 0; c < row.width(); c++) {
                    put(fields, row.number(), c, row.cell(c).text());
                }
            }
        }
        return fields;
    }

    private static Map<String, String> ofFastcsv(String text) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        int number = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord found : reader) {
                number++;
                for (int c = 0; c < found.getFieldCount(); c++) {
                    put(fields, number, c, found.getField(c));
                }
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, int record, int field, String text) {
        if (!text.isEmpty()) {
            fields.put(record + ":" + field, text);
        }
    }

    private static String generated(Random random) {
        StringBuilder text = new StringBuilder("a,b,c,d,e,f,g,h\n");
        for (int record = random.nextInt(200); record > 0; record--) {
            for (int field = random.nextInt(8); field >= 0; field--) {
                if (random.nextInt(3) == 0) {
                    String value = characters(QUOTED, random).replace("\"", "\"\"");
                    text.append('"').append(value).append('"');
                } else {
                    text.append(characters(PLAIN, random));
                }
                text.append(field > 0 ? "," : random.nextBoolean() ? "\r\n" : "\n");
            }
        }
        return text.toString();
    }

    private static String characters(String of, Random random) {
        int[] all = of.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return text.toString();
    }
}
