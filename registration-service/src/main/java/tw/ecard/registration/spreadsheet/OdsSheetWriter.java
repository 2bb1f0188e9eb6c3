package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One sheet as an ods. */
final class OdsSheetWriter implements SheetWriter {

    private static final int ROWS_OF_A_SHEET = 1_048_576;

    private final OdsWriter ods;
    private final int columns;
    private int last;

    OdsSheetWriter(OutputStream out, String sheetName, int[] widths) throws IOException {
        ods = new OdsWriter(out);
        ods.sheet(sheetName, widths);
        columns = widths.length;
    }

    @Override
    public void row(int number, List<StyledText> cells) throws IOException {
        skipTo(number);
        ods.row(cells);
        last = number;
    }

    private void skipTo(int number) throws IOException {
        if (number > last + 1) {
            ods.blankRows(number - last - 1, columns);
        }
    }

    /** Also the rows below are made for text. */
    @Override
    public void finish() throws IOException {
        skipTo(ROWS_OF_A_SHEET + 1);
        ods.close();
    }
}
