package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

class SheetWriterTest {

    private static final int[] WIDTHS = {10, 20, 40};

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS", "CSV"})
    void every_text_comes_back_as_it_was_in_its_own_row(SpreadsheetFormat format) throws IOException {
        List<String> texts = List.of(
                "=1+1", "+886912345678", "-2", "@SUM(A1)", "0912345678", "a,b\"c\"", "一\n二", "𠮷", "<&'>", "1E5");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = SheetWriter.start(format, out, "名冊", WIDTHS, 1);
        for (int i = 0; i < texts.size(); i++) {
            writer.row(3 * i + 2, List.of(StyledText.plain(texts.get(i)), StyledText.BLANK, StyledText.plain("末")));
        }
        writer.finish();

        List<ReadRow> rows = Workbooks.read(out.toByteArray());

        assertThat(rows).hasSize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(rows.get(i).number()).isEqualTo(3 * i + 2);
            assertThat(rows.get(i).texts()).containsExactly(texts.get(i), "", "末");
            assertThat(rows.get(i).cells().get(0).kind()).isEqualTo(Cell.Kind.TEXT);
            assertThat(rows.get(i).cells().get(0).formula()).isFalse();
        }
    }

    @Test
    void an_xlsx_keeps_white_space_control_characters_and_what_looks_like_an_escape() throws IOException {
        List<String> texts = List.of("  前後  ", "a\rb\u0001", "_x0041_", "_x_", "\uD842", "a\uFFFFb");

        List<ReadRow> rows = Workbooks.read(write(
                SpreadsheetFormat.XLSX, texts.stream().map(StyledText::plain).toList()));

        assertThat(rows.get(0).texts()).isEqualTo(texts);
    }

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS", "CSV"})
    void any_text_comes_back_as_it_was(SpreadsheetFormat format) throws IOException {
        long seed = 20_261_124;
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add(text(random));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = SheetWriter.start(format, out, "名冊", WIDTHS, 0);
        for (int i = 0; i < texts.size(); i++) {
            writer.row(i + 1, List.of(StyledText.plain("一"), StyledText.plain(texts.get(i)), StyledText.plain("二")));
        }
        writer.finish();

        List<ReadRow> rows = Workbooks.read(out.toByteArray());

        assertThat(rows).as("seed %d", seed).hasSize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(rows.get(i).texts()).as("seed %d, text %d", seed, i).containsExactly("一", texts.get(i), "二");
        }
    }

    /** Out of what is special to one of the formats; an apostrophe before a sign is one that we put there ourselves. */
    private static String text(Random random) {
        String[] pieces = {
            "王", "𠮷", "a", "0", "=", "+", "-", "@", "\"", ",", ";", "\n", " ", "  ", "\t", "_x0041_", "&", "<", "]]>",
            "'a"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @Test
    void white_space_that_programs_would_drop_is_said_to_count() throws IOException {
        byte[] xlsx = write(SpreadsheetFormat.XLSX, List.of(StyledText.plain(" 前"), StyledText.plain("一\n二")));

        assertThat(part(xlsx, "xl/worksheets/sheet1.xml").split("xml:space=\"preserve\""))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS"})
    void a_look_colours_a_cell_even_if_it_is_empty(SpreadsheetFormat format) throws IOException {
        byte[] plain = write(format, List.of(StyledText.BLANK, StyledText.plain("名")));
        byte[] marked = write(
                format,
                List.of(new StyledText("", Look.ERROR), new StyledText("名", Look.WARNING, "請確認"), StyledText.BLANK));

        assertThat(Workbooks.read(marked))
                .singleElement()
                .extracting(ReadRow::texts)
                .isEqualTo(List.of("", "名"));
        if (format == SpreadsheetFormat.XLSX) {
            assertThat(part(plain, "xl/styles.xml")).doesNotContain("FFC7CE", "FFEB9C");
            assertThat(part(marked, "xl/styles.xml")).contains("FFC7CE", "FFEB9C");
            assertThat(part(marked, "xl/worksheets/sheet1.xml")).containsPattern("<c r=\"A1\" s=\"[1-9]\"/?>");
            assertThat(part(marked, "xl/comments1.xml")).contains("<comment ref=\"B1\"");
        } else {
            assertThat(part(plain, "content.xml")).doesNotContain("style-name=\"error\" o");
            assertThat(part(marked, "content.xml"))
                    .contains("<table:table-cell table:style-name=\"error\"/>")
                    .contains("<table:table-cell table:style-name=\"warning\" office:value-type=\"string\">"
                            + "<office:annotation><text:p>請確認</text:p></office:annotation><text:p>名</text:p>");
        }
    }

    @Test
    void a_cell_of_an_xlsx_is_of_text_itself_so_that_an_edited_number_keeps_its_zeros() throws IOException {
        byte[] xlsx = write(SpreadsheetFormat.XLSX, List.of(StyledText.plain("0912345678")));

        assertThat(part(xlsx, "xl/worksheets/sheet1.xml"))
                .contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\"")
                .contains("<col min=\"3\" max=\"3\"");
        assertThat(part(xlsx, "xl/styles.xml")).contains("formatCode=\"@\"");
    }

    @Test
    void a_csv_is_in_unicode_with_a_mark_and_an_apostrophe_before_what_would_be_computed() throws IOException {
        byte[] csv = write(SpreadsheetFormat.CSV, List.of(StyledText.plain("=1"), StyledText.plain("a,\"b\"")));

        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("\uFEFF'=1,\"a,\"\"b\"\"\"\r\n");
    }

    @Test
    void an_unfinished_file_is_none() throws IOException {
        for (SpreadsheetFormat format : List.of(SpreadsheetFormat.XLSX, SpreadsheetFormat.ODS)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SheetWriter writer = SheetWriter.start(format, out, "名冊", WIDTHS, 1);
            for (int row = 1; row < 50_000; row++) {
                writer.row(
                        row,
                        Stream.of("王小明", "A123456789").map(StyledText::plain).toList());
            }

            assertThat(out.size()).as("rows are not kept").isGreaterThan(50_000);
            assertThatThrownBy(() -> Workbooks.read(out.toByteArray())).isInstanceOf(UnreadableSpreadsheet.class);
        }
    }

    @Test
    void xls_is_not_written() {
        assertThatThrownBy(() -> write(SpreadsheetFormat.XLS, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] write(SpreadsheetFormat format, List<StyledText> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = SheetWriter.start(format, out, "名冊", WIDTHS, 1);
        writer.row(1, row);
        writer.finish();
        return out.toByteArray();
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
