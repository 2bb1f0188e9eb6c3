package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.ecard.registration.spreadsheet.Workbooks.limits;
import static tw.ecard.registration.spreadsheet.Workbooks.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

class CsvReaderTest {

    private static final Charset MS950 = Charset.forName("MS950");
    private static final String HEADER = "姓名,身分證字號\r\n";
    private static final String TABLE = HEADER + "王小明,A123456789\r\n";

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, EFBBBF", "MS950, ''", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void the_encoding_is_found_by_mark_or_content(String charset, String mark) {
        byte[] text = TABLE.getBytes(Charset.forName(charset));
        byte[] file = concat(HexFormat.of().parseHex(mark), text);

        assertThat(texts(read(file))).containsExactly(List.of("姓名", "身分證字號"), List.of("王小明", "A123456789"));
    }

    @Test
    void big5_is_read_although_its_first_characters_come_late() {
        String ascii = "name,id\n" + "x,1\n".repeat(100_000);

        List<ReadRow> rows = read((ascii + "王小明,1\n").getBytes(MS950));

        assertThat(rows.get(rows.size() - 1).texts()).startsWith("王小明");
    }

    @Test
    void characters_a_school_made_itself_are_kept_as_private_ones() {
        byte[] file = concat("a,b\n".getBytes(MS950), new byte[] {(byte) 0xFA, 0x40, ',', '1'});

        assertThat(texts(read(file)).get(1).get(0)).isEqualTo("\uE000");
    }

    @Test
    void text_in_no_encoding_that_is_read_is_told_apart_from_a_broken_transfer() {
        String long8 = HEADER + "王小明,A123456789\n".repeat(10);
        assertRefused(
                concat(long8.getBytes(StandardCharsets.UTF_8), bytes(0xFF, ',', '1', '\n')), Reason.UNKNOWN_ENCODING);
        assertRefused(concat("a,b\n".getBytes(MS950), bytes(0x80, 0x20, ',', '1', '\n', '1')), Reason.UNKNOWN_ENCODING);
        assertRefused(
                concat(bytes(0xEF, 0xBB, 0xBF), concat(HEADER.getBytes(MS950), bytes('1', '2', '3', '4'))),
                Reason.UNKNOWN_ENCODING);
        byte[] loneSurrogate = (HEADER + "x1234\n").getBytes(StandardCharsets.UTF_16LE);
        loneSurrogate[HEADER.length() * 2 + 1] = (byte) 0xD8;
        assertRefused(concat(bytes(0xFF, 0xFE), loneSurrogate), Reason.UNKNOWN_ENCODING);
        assertRefused(concat(long8.getBytes(StandardCharsets.UTF_8), bytes(0xE7, 0x8E)), Reason.TRUNCATED);
        assertRefused(concat((HEADER + "王小明,王").getBytes(MS950), bytes(0xA4)), Reason.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";"})
    void the_delimiter_is_the_one_of_the_first_records(String delimiter) {
        String text = "示範高級中學\n\n" + String.join(delimiter, "姓名", "地址", "備註") + "\n"
                + String.join(delimiter, "王小明", "\"臺中市,南區;五權南路\t1號\"", "") + "\n";

        assertThat(texts(read(utf8(text))))
                .containsExactly(List.of("示範高級中學"), List.of("姓名", "地址", "備註"), List.of("王小明", "臺中市,南區;五權南路\t1號"));
    }

    @Test
    void rows_have_the_number_of_their_record_and_empty_ones_count() {
        List<ReadRow> rows = read(utf8("a,b\n\"1\r\n2\",x\r\r\n,\n,\"\"\"y\"\"\"\n\n,,,\n\n"));

        assertThat(rows).extracting(ReadRow::number).containsExactly(1, 2, 5);
        assertThat(texts(rows)).containsExactly(List.of("a", "b"), List.of("1\n2", "x"), List.of("", "\"y\""));
        assertThat(rows.get(1).cells()).extracting(Cell::kind).containsOnly(Cell.Kind.TEXT);
    }

    @Test
    void quotes_count_at_the_start_of_a_field_alone() {
        assertThat(texts(read(utf8("a,b\n5\" x, \"y\"\n\"王\"小明,\"z\" \n"))))
                .containsExactly(List.of("a", "b"), List.of("5\" x", " \"y\""), List.of("王小明", "z "));
    }

    @Test
    void what_is_written_for_spreadsheet_programs_alone_is_taken_off() {
        assertThat(texts(read(
                        utf8("a,b,c\n'=1+1,'0912,=\"0912\"\n\"'-1\",\"=\"\"04\"\"\",=A1\n'+886,'@x,=\"a\"&\"b\"\n"))))
                .containsExactly(
                        List.of("a", "b", "c"),
                        List.of("=1+1", "'0912", "0912"),
                        List.of("-1", "04", "=A1"),
                        List.of("+886", "@x", "=\"a\"&\"b\""));
    }

    @Test
    void a_quote_that_is_never_closed_is_named_by_the_record_where_it_opened() {
        String open = HEADER + "王小明,\"A123456789\n" + "林小美,A223456781\n".repeat(1_000);
        assertThat(assertRefused(utf8(open), Reason.OPEN_QUOTE).parameters()).containsExactly("2");
        // The quote that opens the next field looks like the one that closes this one.
        String allQuoted = "\"a\",\"b\"\n\"1\",\"2\n\"3\",\"4\"\n\"5\",\"6\"\n";
        assertThat(assertRefused(utf8(allQuoted), Reason.OPEN_QUOTE).parameters())
                .containsExactly("2");
    }

    @Test
    void limits_of_rows_columns_and_cells_hold() {
        assertThat(read(utf8("a,b\n1,2\n3,4\n\n\n"), limits(2, 2, 1_000))).hasSize(3);
        assertThat(assertRefused(utf8("a,b\n1,2\n3,4\n\n5,6"), limits(2, 2, 1_000), Reason.TOO_MANY_ROWS)
                        .parameters())
                .containsExactly("2");
        assertThat(read(utf8("a,b,,,,\n"), limits(2, 2, 1_000))).hasSize(1);
        assertRefused(utf8("a,b,c\n"), limits(2, 2, 1_000), Reason.TOO_MANY_COLUMNS);
        Cell cell = read(utf8("a,b\n12345678901,\"x\"\n"), limits(2, 2, 10))
                .get(1)
                .cells()
                .get(0);
        assertThat(cell.text()).isEqualTo("1234567890");
        assertThat(cell.cut()).isTrue();
        long mib = 1 << 20;
        assertRefused(utf8(TABLE), Workbooks.limits(mib, mib, 9, mib, Duration.ZERO), Reason.TOO_SLOW);
    }

    @Test
    void a_cell_of_a_hundred_megabytes_is_cut_in_the_memory_of_a_small_one() {
        byte[] head = utf8("a,b\n\"");
        byte[] tail = utf8("\",end\n");
        SpreadsheetSource source = () -> new Repeating(head, (byte) 'x', 100_000_000, tail);
        List<ReadRow> rows;
        double fraction;
        try (Workbook workbook = Spreadsheets.open(source, SpreadsheetLimits.DEFAULT)) {
            assertThat(workbook.nextSheet()).isTrue();
            rows = Workbooks.readSheet(workbook);
            fraction = workbook.fractionRead();
        }

        assertThat(rows.get(1).cells().get(0).cut()).isTrue();
        assertThat(rows.get(1).texts().get(1)).isEqualTo("end");
        assertThat(fraction).isEqualTo(1);
    }

    @Test
    void other_text_is_no_spreadsheet() {
        for (String text : List.of("姓名\n王小明\n", "hello", "", "\n\n", "<a>,</a>", "{\"a\":1,\"b\":2}", "a,b\0")) {
            assertRefused(utf8(text), Reason.NOT_A_SPREADSHEET);
        }
    }

    @Test
    void there_is_one_sheet_without_a_name() {
        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(utf8(TABLE)), SpreadsheetLimits.DEFAULT)) {
            assertThat(workbook.format()).isEqualTo(SpreadsheetFormat.CSV);
            assertThat(workbook.fractionRead()).isZero();
            assertThat(workbook.nextSheet()).isTrue();
            assertThat(workbook.sheetName()).isEmpty();
            assertThat(workbook.nextRow().number()).isEqualTo(1);
            assertThat(workbook.nextSheet()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changed_bytes_end_in_rows_or_a_refusal(long seed) {
        Random random = new Random(seed);
        byte[] good =
                (TABLE + "\"林\"\"小美\",\"a\nb\"\n").repeat(20).getBytes(seed % 2 == 0 ? MS950 : StandardCharsets.UTF_8);
        for (int i = 0; i < 500; i++) {
            byte[] file = good.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowableOfType(Throwable.class, () -> read(file));
            assertThat(thrown == null || thrown instanceof UnreadableSpreadsheet)
                    .as("seed " + seed + ", round " + i + ": " + thrown)
                    .isTrue();
        }
    }

    private static UnreadableSpreadsheet assertRefused(byte[] file, Reason reason) {
        return assertRefused(file, SpreadsheetLimits.DEFAULT, reason);
    }

    private static UnreadableSpreadsheet assertRefused(byte[] file, SpreadsheetLimits limits, Reason reason) {
        UnreadableSpreadsheet refusal = catchThrowableOfType(UnreadableSpreadsheet.class, () -> read(file, limits));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    private static List<List<String>> texts(List<ReadRow> rows) {
        return rows.stream().map(ReadRow::texts).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    /** A large file that takes no memory: one byte over and over between a head and a tail. */
    private static final class Repeating implements SeekableByteChannel {

        private final byte[] head;
        private final byte repeated;
        private final long times;
        private final byte[] tail;
        private long position;

        Repeating(byte[] head, byte repeated, long times, byte[] tail) {
            this.head = head;
            this.repeated = repeated;
            this.times = times;
            this.tail = tail;
        }

        @Override
        public int read(ByteBuffer target) {
            int count = (int) Math.min(target.remaining(), size() - position);
            for (int i = 0; i < count; i++, position++) {
                long inTail = position - head.length - times;
                target.put(position < head.length ? head[(int) position] : inTail < 0 ? repeated : tail[(int) inTail]);
            }
            return count == 0 ? -1 : count;
        }

        @Override
        public long size() {
            return head.length + times + tail.length;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = newPosition;
            return this;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
