package tw.ecard.registration.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One sheet as a csv in UTF-8 with a byte order mark, without which spreadsheet programs take it for something else. A
 * value that a program would compute begins with an apostrophe, which the reader drops. Looks and comments are lost.
 */
final class CsvSheetWriter implements SheetWriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String COMPUTED = "=+-@\t";

    private final Writer text;
    private final CsvWriter csv;
    private final String[] empty;
    private int last;

    CsvSheetWriter(OutputStream out, int columns) throws IOException {
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
        text.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        empty = new String[columns];
    }

    @Override
    public void row(int number, List<StyledText> cells) throws IOException {
        while (++last < number) {
            // Commas rather than nothing: an empty line is not a row for every program.
            csv.writeRecord(empty);
        }
        csv.writeRecord(
                cells.stream().map(StyledText::text).map(CsvSheetWriter::asText).toArray(String[]::new));
    }

    private static String asText(String value) {
        return !value.isEmpty() && COMPUTED.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
        text.flush();
    }
}
