package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one table as an xlsx from front to back without keeping it. Every value is a text in a column of text: nothing
 * in it is ever computed, not a formula somebody hid in a name, and no zero is lost.
 */
public final class XlsxTable {

    private static final String APPLICATION = "ecard";
    private static final String VERSION = "1.0";
    private static final String TEXT_FORMAT = "@";
    private static final int ROWS_BETWEEN_FLUSHES = 1_000;

    private XlsxTable() {}

    /** Null and empty values leave their cell blank. The stream is left open. */
    public static void write(OutputStream out, String sheetName, List<String> headers, Iterator<String[]> rows)
            throws IOException {
        Workbook workbook = new Workbook(out, APPLICATION, VERSION);
        Worksheet sheet = workbook.newWorksheet(sheetName);
        for (int column = 0; column < headers.size(); column++) {
            sheet.style(column).format(TEXT_FORMAT).set();
            sheet.inlineString(0, column, headers.get(column));
            sheet.style(0, column).bold().format(TEXT_FORMAT).set();
        }
        sheet.freezePane(0, 1);
        for (int row = 1; rows.hasNext(); row++) {
            String[] values = rows.next();
            for (int column = 0; column < values.length; column++) {
                if (values[column] != null && !values[column].isEmpty()) {
                    sheet.inlineString(row, column, values[column]);
                }
            }
            if (row % ROWS_BETWEEN_FLUSHES == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
        workbook.finish();
    }
}
