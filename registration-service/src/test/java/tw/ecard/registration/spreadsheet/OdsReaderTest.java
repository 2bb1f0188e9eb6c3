package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tw.ecard.registration.spreadsheet.Workbooks.odsParts;
import static tw.ecard.registration.spreadsheet.Workbooks.read;
import static tw.ecard.registration.spreadsheet.Workbooks.row;
import static tw.ecard.registration.spreadsheet.Workbooks.zip;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

class OdsReaderTest {

    private static final String MILLION_EMPTY_ROWS = "<table:table-row table:number-rows-repeated='1048000'>"
            + "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>";

    @Test
    void cells_of_every_kind_come_as_they_were_written() {
        List<ReadRow> rows = read(Workbooks.ods(
                List.of(row("姓名", 262343827.0, 1.5, LocalDate.of(2006, 1, 1), true), row(null, "𠮷野‧家", "b"))));

        assertThat(rows).extracting(ReadRow::number).containsExactly(1, 2);
        assertThat(rows.get(0).texts()).containsExactly("姓名", "262343827", "1.5", "2006-01-01", "TRUE");
        assertThat(rows.get(0).cells().get(3).date()).isEqualTo("2006-01-01");
        assertThat(rows.get(1).texts()).containsExactly("", "𠮷野‧家", "b");
    }

    @Test
    void repeated_rows_and_cells_are_handed_out_where_they_have_content() {
        List<ReadRow> rows =
                read(table("<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
                        + "<table:table-row table:number-rows-repeated='2'>"
                        + text("<text:p>a</text:p>", "number-columns-repeated='2'")
                        + "<table:table-cell table:number-columns-repeated='16382'/></table:table-row>"
                        + MILLION_EMPTY_ROWS));

        assertThat(rows).extracting(ReadRow::number).containsExactly(4, 5);
        assertThat(rows).allSatisfy(row -> assertThat(row.texts()).containsExactly("a", "a"));
    }

    @Test
    void text_is_put_together_from_paragraphs_spans_and_spaces_without_annotations() {
        String cell = "<office:annotation><text:p>誰寫的</text:p></office:annotation>"
                + "<text:p>\n  王<text:span>小<text:s text:c='2'/></text:span>  明</text:p><text:p>二<text:tab/></text:p>";

        assertThat(read(table("<table:table-row>" + text(cell, "") + "</table:table-row>"))
                        .get(0)
                        .texts())
                .containsExactly("王小   明\n二\t");
    }

    @Test
    void a_space_behind_a_tab_or_a_line_break_counts() {
        String cell = "<text:p> <text:tab/> 王<text:line-break/> 明</text:p>";

        Cell read = read(table("<table:table-row>" + text(cell, "") + "</table:table-row>"))
                .get(0)
                .cells()
                .get(0);

        assertThat(read.text()).isEqualTo("\t 王\n 明");
    }

    @Test
    void formulas_errors_percentages_and_cells_under_merged_ones_are_told_apart() {
        String row = "<table:table-row>"
                + "<table:table-cell table:formula='of:=1+1' office:value-type='float' office:value='2' calcext:value-type='float'/>"
                + "<table:covered-table-cell office:value-type='string'><text:p>under</text:p></table:covered-table-cell>"
                + "<table:table-cell office:value-type='string' calcext:value-type='error'><text:p>#N/A</text:p></table:table-cell>"
                + "<table:table-cell office:value-type='percentage' office:value='0.5'><text:p>50%</text:p></table:table-cell>"
                + "<table:table-cell office:value-type='string' office:string-value='attribute'/></table:table-row>";

        List<Cell> cells = read(table(row)).get(0).cells();

        assertThat(cells).extracting(Cell::text).containsExactly("2", "", "#N/A", "0.5", "attribute");
        assertThat(cells.get(0).formula()).isTrue();
        assertThat(cells.get(2).kind()).isEqualTo(Cell.Kind.ERROR);
    }

    @Test
    void sheets_come_in_order_with_the_hidden_ones_and_may_be_left_early() {
        String row = "<table:table-row>" + text("<text:p>x</text:p>", "") + "</table:table-row>";
        byte[] file = zip(odsParts("<table:tracked-changes><table:table table:name='gone'/></table:tracked-changes>"
                + "<table:table table:name='一' table:style-name='shown'>" + row + row + "</table:table>"
                + "<table:table table:name='二' table:style-name='hidden'><table:table-row-group>" + row
                + "</table:table-row-group></table:table>"));

        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT)) {
            assertThat(workbook.nextSheet()).isTrue();
            assertThat(workbook.sheetName()).isEqualTo("一");
            assertThat(workbook.nextRow().cell(0).text()).isEqualTo("x");
            assertThat(workbook.nextSheet()).isTrue();
            assertThat(workbook.sheetName()).isEqualTo("二");
            assertThat(Workbooks.readSheet(workbook)).hasSize(1);
            assertThat(workbook.nextSheet()).isFalse();
        }
    }

    @Test
    void repetition_cannot_be_used_to_blow_up() {
        assertRefused(
                "<table:table-row>" + text("<text:p>x</text:p>", "number-columns-repeated='2000000000'")
                        + "</table:table-row>",
                Reason.TOO_MANY_COLUMNS);
        assertRefused(
                "<table:table-row table:number-rows-repeated='2000000000'>" + text("<text:p>x</text:p>", "")
                        + "</table:table-row>",
                Reason.TOO_MANY_ROWS);
        assertRefused(
                "<table:table-row table:number-rows-repeated='2000000000'/><table:table-row table:number-rows-repeated='2000000000'/>"
                        + "<table:table-row>" + text("<text:p>x</text:p>", "") + "</table:table-row>",
                Reason.TOO_MANY_ROWS);

        Cell spaces = read(table("<table:table-row>" + text("<text:p>x<text:s text:c='2000000000'/></text:p>", "")
                        + "</table:table-row>"))
                .get(0)
                .cells()
                .get(0);
        assertThat(spaces.cut()).isTrue();
        assertThat(spaces.text()).hasSize(1_000);
    }

    private static void assertRefused(String rows, Reason reason) {
        assertThatThrownBy(() -> read(table(rows)))
                .isInstanceOfSatisfying(
                        UnreadableSpreadsheet.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static byte[] table(String rows) {
        return zip(odsParts("<table:table table:name='一'>" + rows + "</table:table>"));
    }

    private static String text(String content, String repetition) {
        return "<table:table-cell office:value-type='string' " + (repetition.isEmpty() ? "" : "table:" + repetition)
                + ">" + content + "</table:table-cell>";
    }
}
