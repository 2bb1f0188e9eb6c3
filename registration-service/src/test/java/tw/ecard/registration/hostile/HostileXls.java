package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.ACCEPTED;
import static tw.ecard.registration.hostile.End.ROWS_WRONG;
import static tw.ecard.registration.hostile.End.refused;
import static tw.ecard.registration.hostile.End.returned;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.spreadsheet.XlsFiles;

/** Workbooks of Excel 97 whose container or records lead nowhere. */
final class HostileXls {

    private static final int SECTOR = 512;
    private static final int SST = 0x00FC;
    private static final int CONTINUE = 0x003C;
    private static final int NUMBER = 0x0203;
    private static final int LABEL_SST = 0x00FD;
    private static final int FILE_PASS = 0x002F;

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        HostileXls xls = new HostileXls();
        xls.containers();
        xls.records();
        xls.sharedTexts();
        xls.kinds();
        return xls.files;
    }

    private void add(String name, byte[] file, End end) {
        files.add(new HostileFile("xls: " + name, Content.of(file), end));
    }

    private static byte[] good() {
        return XlsFiles.xls(RosterParts.table(2));
    }

    private void containers() {
        byte[] good = good();
        for (int hundredth : new int[] {1, 50, 90}) {
            add(
                    "cut at " + hundredth + " %",
                    Arrays.copyOf(good, good.length * hundredth / 100),
                    refused(Code.TRUNCATED));
        }
        header("sectors of 2^31 bytes", file -> file.putShort(30, (short) 31), Code.DAMAGED);
        header("sectors of one byte", file -> file.putShort(30, (short) 0), Code.DAMAGED);
        header("small sectors of 2^31 bytes", file -> file.putShort(32, (short) 31), Code.DAMAGED);
        header("a table of two billion sectors", file -> file.putInt(44, Integer.MAX_VALUE), null);
        header("a table beyond the file", file -> file.putInt(76, 0x7FFF_FFF0), Code.TRUNCATED);
        header("a table before the file", file -> file.putInt(76, -100), Code.DAMAGED);
        header(
                "a list of tables that is itself",
                file -> {
                    file.putInt(68, 0);
                    file.putInt(72, 1_000_000);
                },
                null);
        header("a directory beyond the file", file -> file.putInt(48, 0x7FFF_FFF0), Code.TRUNCATED);
        header("a directory before the file", file -> file.putInt(48, -100), Code.DAMAGED);
        header("a directory that is the table", file -> file.putInt(48, file.getInt(76)), Code.DAMAGED);
        ByteBuffer loops = ByteBuffer.wrap(good()).order(ByteOrder.LITTLE_ENDIAN);
        loops(loops);
        add("sectors that follow themselves", loops.array(), returned(Code.DAMAGED));
        entry("a workbook of 2^63 bytes", 120, Long.MAX_VALUE, Code.TRUNCATED);
        entry("a workbook of no bytes", 120, 0, Code.TRUNCATED);
        entry("a workbook that starts beyond the file", 116, 0x7FFF_FFF0L | size(good) << 32, Code.DAMAGED);
        entry("a workbook that starts at the table", 116, table(good) | size(good) << 32, Code.DAMAGED);
        entry("siblings that are each other", 68, 1L | 1L << 32, Code.DAMAGED);
        header(
                "a header and no more",
                file -> Arrays.fill(file.array(), SECTOR, file.capacity(), (byte) 0),
                Code.DAMAGED);
        header(
                "noise behind the header",
                file -> Arrays.fill(file.array(), SECTOR, file.capacity(), (byte) 0xA5),
                Code.DAMAGED);
    }

    /** Changes the container; null where the file stays what it was. */
    private void header(String name, Consumer<ByteBuffer> change, Code code) {
        ByteBuffer file = ByteBuffer.wrap(good()).order(ByteOrder.LITTLE_ENDIAN);
        change.accept(file);
        add(name, file.array(), code == null ? ACCEPTED : refused(code));
    }

    /** Changes what the directory says of the workbook. */
    private void entry(String name, int field, long value, Code code) {
        header(name, file -> file.putLong(workbookEntry(file) + field, value), code);
    }

    private static int workbookEntry(ByteBuffer file) {
        int directory = (file.getInt(48) + 1) * SECTOR;
        for (int at = directory; ; at += 128) {
            if (file.getChar(at) == 'W' && file.getChar(at + 2) == 'o') {
                return at;
            }
        }
    }

    private static long table(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(76);
    }

    private static long size(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.getInt(workbookEntry(buffer) + 120);
    }

    private static void loops(ByteBuffer file) {
        int table = (file.getInt(76) + 1) * SECTOR;
        for (int i = 0; i < SECTOR / 4; i++) {
            file.putInt(table + 4 * i, i);
        }
    }

    private void records() {
        rows("a record of 65,535 bytes", new byte[] {3, 2, (byte) 0xFF, (byte) 0xFF}, returned(Code.DAMAGED));
        rows("a number of two bytes", XlsFiles.record(NUMBER, 5), returned(Code.DAMAGED));
        rows("a number of no number", number(3, 2, 0x7FF8_0000_0000_0000L), ROWS_WRONG);
        rows("a number of 1e308", number(3, 2, Double.doubleToLongBits(1e308)), ROWS_WRONG);
        rows("row 65535", number(65_535, 0, 0), ROWS_WRONG);
        rows("column 65535", number(3, 65_535, 0), returned(Code.TOO_MANY_COLUMNS));
        rows("rows out of order", XlsFiles.join(number(9, 0, 0), number(8, 0, 0)), returned(Code.DAMAGED));
        rows("a text longer than its record", label(3, 0, 32_767, "abc"), returned(Code.DAMAGED));
        rows("a shared text that is not there", XlsFiles.record(LABEL_SST, 3, 0, 0, 99, 0), returned(Code.DAMAGED));
        rows("a shared text of -1", XlsFiles.record(LABEL_SST, 3, 0, 0, 0xFFFF, 0xFFFF), returned(Code.DAMAGED));
        rows(
                "numbers beyond the last column",
                XlsFiles.record(0x00BD, 3, 250, 0, 0, 0, 0, 0, 0, 0, 0, 0, 260),
                returned(Code.TOO_MANY_COLUMNS));
        rows("half a surrogate pair", XlsFiles.label(3, 12, "\uD800"), ROWS_WRONG);
        rows(
                "charts within charts",
                XlsFiles.record(XlsFiles.BOF, 0x0600, 0x0020).clone(),
                returned(Code.TRUNCATED));
        rows(
                "a hundred thousand records that nobody knows",
                repeated(XlsFiles.record(0x7777, 1, 2), 100_000),
                ACCEPTED);
        rows("a hundred thousand cells in one place", repeated(XlsFiles.label(3, 0, "x"), 100_000), ROWS_WRONG);
        add(
                "no end",
                workbook(Arrays.copyOf(sheet(new byte[0]), sheet(new byte[0]).length - 4)),
                returned(Code.TRUNCATED));
    }

    private void sharedTexts() {
        globals("shared texts of two billion", sst(Integer.MAX_VALUE, "abc"), ACCEPTED);
        globals("a shared text of 65,535 characters in three", sstOfLength(65_535, "abc"), returned(Code.DAMAGED));
        globals("a shared text with two billion looks", sstWithRuns(), returned(Code.DAMAGED));
        byte[] large = new byte[8_224];
        byte[] header = {(byte) SST, 0, 0x20, 0x20};
        byte[] rest = {CONTINUE, 0, 0x20, 0x20};
        ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
        byte[] texts = XlsFiles.join(header, large, repeated(XlsFiles.join(rest, new byte[8_224]), 1_500));
        globals("four million empty shared texts", texts, returned(Code.DAMAGED));
        globals(
                "ten thousand empty continuations",
                XlsFiles.join(sst(2, "abc"), repeated(XlsFiles.record(CONTINUE), 10_000)),
                returned(Code.DAMAGED));
        globals("two thousand sheets", repeated(boundSheet(), 2_000), returned(Code.SUSPICIOUS));
        globals("nine hundred sheets in one place", repeated(boundSheet(), 900), returned(Code.SUSPICIOUS));
    }

    private void kinds() {
        byte[] password = XlsFiles.join(
                XlsFiles.record(XlsFiles.BOF, 0x0600, 5, 0, 0, 0, 0, 0, 0),
                XlsFiles.record(FILE_PASS, 1, 1, 1),
                XlsFiles.record(XlsFiles.EOF),
                new byte[5_000]);
        add("a password", XlsFiles.compound("Workbook", password), refused(Code.ENCRYPTED));
        byte[] excel95 = XlsFiles.join(XlsFiles.record(XlsFiles.BOF, 0x0500, 5, 0, 0), new byte[5_000]);
        add("Excel 95", XlsFiles.compound("Book", excel95), refused(Code.FORMAT_NOT_ACCEPTED));
        add("Excel 95 under a new name", XlsFiles.compound("Workbook", excel95), refused(Code.FORMAT_NOT_ACCEPTED));
        add(
                "noise for records",
                XlsFiles.compound("Workbook", repeated(new byte[] {(byte) 0xA5}, 9_000)),
                refused(Code.DAMAGED));
        Map<String, byte[]> macros = new LinkedHashMap<>();
        macros.put("Workbook", sheet(new byte[0]));
        macros.put("_VBA_PROJECT_CUR", new byte[10]);
        add("macros", XlsFiles.compound(macros), refused(Code.MACRO_ENABLED));
    }

    private void rows(String name, byte[] records, End end) {
        add(name, workbook(sheet(records)), end);
    }

    /** A good roster, whose sheet holds further records. */
    private static byte[] sheet(byte[] records) {
        List<byte[]> cells = new ArrayList<>();
        List<List<Object>> table = RosterParts.table(2);
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.get(row).size(); column++) {
                String text = table.get(row).get(column).toString();
                if (!text.isEmpty()) {
                    cells.add(XlsFiles.label(row, column, text));
                }
            }
        }
        cells.add(records);
        return XlsFiles.workbook(cells.toArray(byte[][]::new));
    }

    /** A good roster, with further records before its sheets. */
    private void globals(String name, byte[] records, End end) {
        ByteBuffer stream = ByteBuffer.wrap(sheet(new byte[0])).order(ByteOrder.LITTLE_ENDIAN);
        byte[] first = Arrays.copyOf(stream.array(), 20);
        int bound = stream.getInt(24);
        stream.putInt(24, bound + records.length);
        byte[] rest = Arrays.copyOfRange(stream.array(), 20, stream.capacity());
        add(name, workbook(XlsFiles.join(first, records, rest)), end);
    }

    private static byte[] workbook(byte[] stream) {
        // Long enough not to be kept in small pieces.
        return XlsFiles.compound("Workbook", stream.length < 5_000 ? Arrays.copyOf(stream, 5_000) : stream);
    }

    private static byte[] number(int row, int column, long bits) {
        return ByteBuffer.allocate(18)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) NUMBER)
                .putShort((short) 14)
                .putShort((short) row)
                .putShort((short) column)
                .putShort((short) 0)
                .putLong(bits)
                .array();
    }

    private static byte[] label(int row, int column, int claimed, String text) {
        byte[] record = XlsFiles.label(row, column, text);
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putShort(10, (short) claimed);
        return record;
    }

    private static byte[] sst(int count, String text) {
        ByteBuffer record = ByteBuffer.allocate(15 + text.length()).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) SST)
                .putShort((short) (11 + text.length()))
                .putInt(count)
                .putInt(count);
        record.putShort((short) text.length()).put((byte) 0);
        text.chars().forEach(c -> record.put((byte) c));
        return record.array();
    }

    private static byte[] sstOfLength(int claimed, String text) {
        byte[] record = sst(1, text);
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putShort(12, (short) claimed);
        return record;
    }

    private static byte[] sstWithRuns() {
        byte[] record = sst(1, "abcdefghij");
        record[14] = 12;
        Arrays.fill(record, 15, 21, (byte) 0xFF);
        return record;
    }

    private static byte[] boundSheet() {
        return new byte[] {(byte) 0x85, 0, 9, 0, 0, 0, 0, 0, 0, 0, 1, 0, 'x'};
    }

    private static byte[] repeated(byte[] bytes, int times) {
        byte[] all = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }
}
