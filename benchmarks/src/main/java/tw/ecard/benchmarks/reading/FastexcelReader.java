package tw.ecard.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The fastest xlsx reader in common use. */
final class FastexcelReader {

    private FastexcelReader() {}

    static ReadTexts read(Path file) throws IOException {
        ReadTexts texts = new ReadTexts();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> read(row, texts));
        }
        return texts;
    }

    private static void read(Row row, ReadTexts texts) {
        texts.row();
        for (Cell cell : row) {
            texts.text(cell == null ? "" : cell.getText());
        }
    }
}
