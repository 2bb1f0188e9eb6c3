package tw.ecard.benchmarks.reading;

import java.nio.file.Path;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Spreadsheets;
import tw.ecard.registration.spreadsheet.Workbook;

/** The service's own reader with all its limits. */
final class OwnReader {

    private OwnReader() {}

    static ReadTexts read(Path file) {
        ReadTexts texts = new ReadTexts();
        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT)) {
            while (workbook.nextSheet()) {
                for (Row row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                    texts.row();
                    for (int column = 0; column < row.width(); column++) {
                        texts.text(row.cell(column).text());
                    }
                }
            }
        }
        return texts;
    }
}
