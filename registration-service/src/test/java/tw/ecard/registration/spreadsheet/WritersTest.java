package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

class WritersTest {

    private static final List<String> HEADERS = List.of("姓名", "卡號");

    private static final List<String[]> ROWS = List.of(
            new String[] {"=1+1", "+886"},
            new String[] {"-2", "@SUM(A1)"},
            new String[] {null, "0912345678"},
            new String[] {" 前後  空白 ", "一\n二\t三"},
            new String[] {"<&\">", "𠮷\uD842 \u0001"});

    @Test
    void what_looks_like_a_formula_is_written_as_text_and_read_back() throws IOException {
        for (byte[] file : List.of(xlsx(), ods())) {
            List<ReadRow> rows = Workbooks.read(file);

            assertThat(rows).hasSize(6);
            assertThat(rows.get(0).texts()).isEqualTo(HEADERS);
            assertThat(rows.get(1).texts()).containsExactly("=1+1", "+886");
            assertThat(rows.get(2).texts()).containsExactly("-2", "@SUM(A1)");
            assertThat(rows.get(3).texts()).containsExactly("", "0912345678");
            assertThat(rows.get(4).texts()).containsExactly(" 前後  空白 ", "一\n二\t三");
            assertThat(rows.get(5).texts().get(0)).isEqualTo("<&\">");
            assertThat(rows.get(5).texts().get(1)).startsWith("𠮷");
            assertThat(rows).flatExtracting(ReadRow::cells).allSatisfy(cell -> {
                assertThat(cell.formula()).isFalse();
                assertThat(cell.kind()).isIn(Cell.Kind.TEXT, Cell.Kind.BLANK);
            });
        }
    }

    private static byte[] xlsx() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxTable.write(out, "卡片", HEADERS, ROWS.iterator());
        return out.toByteArray();
    }

    private static byte[] ods() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OdsWriter ods = new OdsWriter(out)) {
            ods.sheet("卡片", 2).row(HEADERS.toArray(String[]::new));
            for (String[] row : ROWS) {
                ods.row(row);
            }
        }
        return out.toByteArray();
    }
}
