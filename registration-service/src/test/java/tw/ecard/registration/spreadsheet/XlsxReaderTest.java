package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static tw.ecard.registration.spreadsheet.Workbooks.read;
import static tw.ecard.registration.spreadsheet.Workbooks.row;
import static tw.ecard.registration.spreadsheet.Workbooks.xlsxParts;
import static tw.ecard.registration.spreadsheet.Workbooks.zip;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

class XlsxReaderTest {

    @Test
    void cells_of_every_kind_come_as_they_were_written() {
        List<ReadRow> rows = read(Workbooks.xlsx(List.of(
                row("姓名", 262343827, 1.5, LocalDate.of(2006, 1, 1), true), row(), row(null, "𠮷野‧家", " a  b "))));

        assertThat(rows).extracting(ReadRow::number).containsExactly(1, 3);
        assertThat(rows.get(0).texts()).containsExactly("姓名", "262343827", "1.5", "2006-01-01", "TRUE");
        assertThat(rows.get(0).cells())
                .extracting(Cell::kind)
                .containsExactly(Cell.Kind.TEXT, Cell.Kind.NUMBER, Cell.Kind.NUMBER, Cell.Kind.DATE, Cell.Kind.BOOLEAN);
        assertThat(rows.get(0).cells().get(3).date()).isEqualTo("2006-01-01");
        assertThat(rows.get(1).texts()).containsExactly("", "𠮷野‧家", " a  b ");
    }

    @Test
    void shared_texts_may_be_used_in_any_order_and_not_at_all() {
        Map<String, String> parts = xlsxParts("<row r='1'><c t='s'><v>2</v></c><c t='s'><v>0</v></c></row>"
                + "<row r='2'><c t='s'><v>2</v></c><c t='s'><v>1</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                Workbooks.sharedStrings("<si><t>一</t></si><si><t>二</t></si><si><t>三</t></si><si><t>四</t></si>"));

        assertThat(read(zip(parts)))
                .extracting(read -> read.cells().stream().map(Cell::text).toList())
                .containsExactly(List.of("三", "一"), List.of("三", "二"));
    }

    @Test
    void a_damage_behind_the_texts_in_use_is_found() {
        Map<String, String> parts = xlsxParts("<row r='1'><c t='s'><v>0</v></c></row>");
        parts.put("xl/sharedStrings.xml", Workbooks.sharedStrings("<si><t>一</t></si><si><t>二</tt></si>"));

        assertThatThrownBy(() -> read(zip(parts)))
                .isInstanceOfSatisfying(
                        UnreadableSpreadsheet.class,
                        damaged -> assertThat(damaged.reason()).isEqualTo(Reason.DAMAGED));
    }

    @Test
    void shared_texts_are_joined_from_their_runs_without_the_pronunciation() {
        Map<String, String> parts =
                xlsxParts("<row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2' t='s'><v>0</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                Workbooks.sharedStrings("<si><t>一</t></si><si><r><t>王</t></r><r><rPr><b/></rPr><t>小明</t></r>"
                        + "<rPh sb='0' eb='1'><t>ㄨㄤˊ</t></rPh></si>"));

        assertThat(read(zip(parts))).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.texts()).containsExactly("王小明", "", "一");
        });
    }

    @Test
    void inline_texts_errors_and_booleans_are_told_apart() {
        assertThat(read(zip(
                                xlsxParts(
                                        "<row><c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>"
                                                + "<c t='e'><v>#N/A</v></c><c t='b'><v>0</v></c><c t='str'><v>a_x000D_b</v></c></row>")))
                        .get(0)
                        .cells())
                .extracting(Cell::kind, Cell::text)
                .containsExactly(
                        tuple(Cell.Kind.TEXT, "ab"),
                        tuple(Cell.Kind.ERROR, "#N/A"),
                        tuple(Cell.Kind.BOOLEAN, "FALSE"),
                        tuple(Cell.Kind.TEXT, "a\rb"));
    }

    @Test
    void a_formula_gives_its_saved_value_and_says_so() {
        Cell cell = read(zip(xlsxParts("<row><c t='str'><f>A1&amp;B1</f><v>王小明</v></c></row>")))
                .get(0)
                .cells()
                .get(0);

        assertThat(cell.text()).isEqualTo("王小明");
        assertThat(cell.formula()).isTrue();
    }

    @Test
    void dates_follow_the_cell_style_and_the_system_of_the_workbook() {
        Map<String, String> parts = xlsxParts("<row><c s='1'><v>38718</v></c><c s='2'><v>38718.75</v></c>"
                + "<c s='3'><v>38718</v></c><c><v>38718</v></c><c t='d'><v>2006-01-01T00:00:00</v></c></row>");
        parts.put("xl/styles.xml", Workbooks.styles("<numFmt numFmtId='164' formatCode='[$-404]e/m/d'/>", 14, 164, 4));

        assertThat(read(zip(parts)).get(0).texts())
                .containsExactly("2006-01-01", "2006-01-01", "38718", "38718", "2006-01-01");

        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904='1'/>"));
        assertThat(read(zip(parts)).get(0).texts()).startsWith("2010-01-02");
    }

    @Test
    void the_strict_edition_and_unusual_places_of_parts_are_read() {
        Map<String, String> parts = xlsxParts("");
        parts.put("_rels/.rels", Workbooks.relations("x:officeDocument:/book/main.xml"));
        parts.put("book/main.xml", parts.remove("xl/workbook.xml"));
        parts.put("book/_rels/main.xml.rels", Workbooks.relations("r1:worksheet:../one.xml"));
        parts.put(
                "one.xml",
                "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row>"
                        + "<x:c t='inlineStr'><x:is><x:t>好</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>");
        parts.computeIfPresent("[Content_Types].xml", (name, xml) -> xml.replace("/xl/workbook.xml", "/book/main.xml"));

        assertThat(read(zip(parts)).get(0).texts()).containsExactly("好");
    }

    @Test
    void sheets_come_in_order_with_the_hidden_ones_and_may_be_left_early() {
        Map<String, String> parts = xlsxParts("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>");
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replace("</sheets>", "<sheet name='二' state='hidden' r:id='r9'/></sheets>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                Workbooks.relations("r1:worksheet:worksheets/sheet1.xml", "r9:worksheet:worksheets/sheet2.xml"));
        parts.put("xl/worksheets/sheet2.xml", Workbooks.sheet("<row><c><v>3</v></c></row>"));

        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(zip(parts)), SpreadsheetLimits.DEFAULT)) {
            assertThat(workbook.nextSheet()).isTrue();
            assertThat(workbook.sheetName()).isEqualTo("一");
            assertThat(workbook.nextRow().cell(0).text()).isEqualTo("1");
            assertThat(workbook.nextSheet()).isTrue();
            assertThat(workbook.sheetName()).isEqualTo("二");
            assertThat(workbook.nextRow().cell(0).text()).isEqualTo("3");
            assertThat(workbook.nextRow()).isNull();
            assertThat(workbook.fractionRead()).isEqualTo(1);
            assertThat(workbook.nextSheet()).isFalse();
        }
    }

    @Test
    void a_long_cell_is_cut_and_marked() {
        Cell cell = read(zip(xlsxParts("<row><c t='str'><v>12345678901</v></c></row>")), Workbooks.limits(10, 10, 10))
                .get(0)
                .cells()
                .get(0);

        assertThat(cell.text()).isEqualTo("1234567890");
        assertThat(cell.cut()).isTrue();
    }

    @Test
    void blank_cells_far_out_do_not_count_and_content_there_does() {
        String blank = "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row><row r='1048576'/>";
        assertThat(read(zip(xlsxParts(blank)))).hasSize(1);

        String content = "<row r='1'><c r='ZZZ1'><v>1</v></c></row>";
        assertThat(refusal(zip(xlsxParts(content))).reason()).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal(zip(xlsxParts(content))).parameters()).containsExactly("100");
        assertThat(refusal(zip(xlsxParts("<row r='1048577'><c><v>1</v></c></row>")))
                        .reason())
                .isEqualTo(Reason.TOO_MANY_ROWS);
    }

    @Test
    void what_contradicts_itself_is_damaged() {
        for (String rows : List.of(
                "<row r='2'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row>",
                "<row r='x'/>",
                "<row><c r='1'><v>1</v></c></row>",
                "<row><c r='ZZZZZZ1'><v>1</v></c></row>",
                "<row><c t='s'><v>7</v></c></row>",
                "<row><c s='99999999999'><v>7</v></c></row>",
                "<row><c>")) {
            assertThat(refusal(zip(xlsxParts(rows))).reason()).as(rows).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void a_cell_prints_nothing_of_its_value() {
        assertThat(Cell.text("A123456789", true, false).toString()).doesNotContain("A123456789");
    }

    private static UnreadableSpreadsheet refusal(byte[] file) {
        UnreadableSpreadsheet[] refusal = new UnreadableSpreadsheet[1];
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(UnreadableSpreadsheet.class, thrown -> refusal[0] = thrown);
        return refusal[0];
    }
}
