package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet as an xlsx. Rows leave memory as soon as they fill a buffer, counted by their characters. */
final class XlsxSheetWriter implements SheetWriter {

    private static final String TEXT_FORMAT = "@";
    private static final int BUFFERED_CHARACTERS = 1 << 18;
    private static final int CHARACTERS_OF_AN_EMPTY_CELL = 8;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int buffered;

    XlsxSheetWriter(OutputStream out, String sheetName, int[] widths, int frozenRows) {
        workbook = new Workbook(out, "ecard", "1.0");
        sheet = workbook.newWorksheet(sheetName);
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
            sheet.style(column).format(TEXT_FORMAT).set();
        }
        sheet.freezePane(0, frozenRows);
    }

    @Override
    public void row(int number, List<StyledText> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            write(number - 1, column, cells.get(column));
        }
        if (buffered > BUFFERED_CHARACTERS) {
            sheet.flush();
            buffered = 0;
        }
    }

    private void write(int row, int column, StyledText cell) {
        String text = cell.text();
        buffered += text.length() + CHARACTERS_OF_AN_EMPTY_CELL;
        if (text.isEmpty() && cell.look() == Look.PLAIN) {
            return;
        }
        if (!text.isEmpty()) {
            putText(row, column, XlsxText.escaped(text));
        }
        // A cell does not take the format of its column over: without its own, an edited number loses its zeros.
        style(sheet.style(row, column).format(TEXT_FORMAT), cell.look()).set();
        if (cell.comment() != null) {
            sheet.comment(row, column, cell.comment());
        }
    }

    /** Only the rich form says that white space counts, which programs else drop at the ends. */
    private void putText(int row, int column, String text) {
        boolean spaced = text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.indexOf('\n') >= 0;
        if (spaced) {
            sheet.inlineString(row, column, RichText.builder().run(text).end().build());
        } else {
            sheet.inlineString(row, column, text);
        }
    }

    private static StyleSetter style(StyleSetter style, Look look) {
        if (look.bold()) {
            style.bold();
        }
        if (look.color() != null) {
            style.fontColor(look.color());
        }
        if (look.background() != null) {
            style.fillColor(look.background());
        }
        if (look.wraps()) {
            style.wrapText(true);
        }
        return style;
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
