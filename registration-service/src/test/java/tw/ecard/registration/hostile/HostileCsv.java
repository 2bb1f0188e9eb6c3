package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.ACCEPTED;
import static tw.ecard.registration.hostile.End.ROWS_WRONG;
import static tw.ecard.registration.hostile.End.refused;
import static tw.ecard.registration.hostile.End.returned;
import static tw.ecard.registration.hostile.RosterParts.MARKER;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.roster.check.RosterProblem.Code;

/** Text files that do not end, or are in no encoding, or in several. */
final class HostileCsv {

    private static final Charset BIG5 = Charset.forName("MS950");

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        HostileCsv csv = new HostileCsv();
        csv.shapes();
        csv.encodings();
        return csv.files;
    }

    private void add(String name, Content content, End end) {
        files.add(new HostileFile("csv: " + name, content, end));
    }

    private void text(String name, String text, End end) {
        add(name, Content.of(text), end);
    }

    private void bytes(String name, End end, byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        add(name, Content.of(out.toByteArray()), end);
    }

    private void shapes() {
        text("a quote that is never closed", good() + "\"" + MARKER + "\n".repeat(10_000), returned(Code.OPEN_QUOTE));
        text(
                "a quote that is closed by the next one",
                good() + "\"" + MARKER + ",\n\"a\",b\n",
                returned(Code.OPEN_QUOTE));
        text("quotes alone", good() + "\"".repeat(100_001), returned(Code.OPEN_QUOTE));
        text("quotes within a field", good().replace(MARKER, "a\"b\"" + MARKER + "\"\""), ACCEPTED);
        text("one line of a million columns", good() + ",".repeat(1_000_000), ACCEPTED);
        text(
                "one line of a million columns with words",
                good() + "a,".repeat(1_000_000),
                returned(Code.TOO_MANY_COLUMNS));
        add("a line of 64 MB", RosterParts.noise(good(), 64, ""), ROWS_WRONG);
        add("a quoted field of 64 MB", RosterParts.noise(good() + "\"", 64, "\""), ROWS_WRONG);
        add("a first line of 64 MB", RosterParts.noise("a,b", 64, "\n" + good()), ACCEPTED);
        text("five million empty lines", good() + "\n".repeat(5_000_000), ACCEPTED);
        text("a word below a million lines", good() + "\n".repeat(1_048_600) + "a,b", returned(Code.TOO_MANY_ROWS));
        text("lines that end in returns alone", good().replace("\r\n", "\r"), ACCEPTED);
        text("lines that end in both, wrongly", good().replace("\r\n", "\n\r"), ACCEPTED);
        text("no end of the last line", good().strip(), ACCEPTED);
        text("headers and nobody", line(RosterParts.headers()), returned(Code.NO_DATA_ROWS));
        text("commas alone", ",".repeat(1_000), returned(Code.NO_HEADER_ROW));
        text("one column", "姓名\n" + MARKER + "\n", refused(Code.NOT_A_SPREADSHEET));
        text("formulas", line(RosterParts.headers()) + line(RosterParts.person(0, "=cmd|'/c calc'!A0")), ACCEPTED);
        text("a directive for Excel", "sep=,\r\n" + good(), ACCEPTED);
        text("markup with commas", "<a,b,c>" + good(), refused(Code.NOT_A_SPREADSHEET));
    }

    private void encodings() {
        byte[] utf8 = good().getBytes(StandardCharsets.UTF_8);
        bytes("a byte order mark and no more", refused(Code.NOT_A_SPREADSHEET), new byte[] {
            (byte) 0xEF, (byte) 0xBB, (byte) 0xBF
        });
        bytes("two byte order marks", ACCEPTED, "\uFEFF\uFEFF".getBytes(StandardCharsets.UTF_8), utf8);
        bytes("zeros in the first lines", refused(Code.NOT_A_SPREADSHEET), utf8, new byte[1_000]);
        bytes(
                "zeros far below",
                ROWS_WRONG,
                utf8,
                "x,\n".repeat(3_000).getBytes(StandardCharsets.US_ASCII),
                new byte[100],
                ",".getBytes(StandardCharsets.US_ASCII));
        bytes(
                "a mark of UTF-16 before UTF-8",
                refused(Code.NOT_A_SPREADSHEET),
                new byte[] {(byte) 0xFF, (byte) 0xFE},
                utf8);
        bytes("UTF-16 with its mark", ACCEPTED, good().getBytes(StandardCharsets.UTF_16));
        bytes("UTF-16 without a mark", refused(Code.NOT_A_SPREADSHEET), good().getBytes(StandardCharsets.UTF_16LE));
        bytes(
                "UTF-16 of halves of pairs",
                returned(Code.UNKNOWN_ENCODING),
                good().getBytes(StandardCharsets.UTF_16),
                new byte[] {(byte) 0xDC, 0, (byte) 0xDC, 0, 0, ',', 0, ',', 0, ','});
        bytes(
                "UTF-16 of an odd number of bytes",
                returned(Code.TRUNCATED),
                good().getBytes(StandardCharsets.UTF_16),
                new byte[] {0});
        bytes("UTF-32", refused(Code.NOT_A_SPREADSHEET), good().getBytes(Charset.forName("UTF-32LE")));
        byte[] big5 = plane0().getBytes(BIG5);
        bytes("Big5", ACCEPTED, big5);
        bytes("Big5 that is none", returned(Code.UNKNOWN_ENCODING), big5, new byte[] {
            (byte) 0xFF, (byte) 0xFF, ',', ',', ',', ',', '\n'
        });
        bytes("Big5 cut within a character", returned(Code.TRUNCATED), big5, new byte[] {(byte) 0xA4});
        bytes("Big5 behind UTF-8", returned(Code.UNKNOWN_ENCODING), utf8, big5);
        bytes("UTF-8 behind Big5", returned(Code.UNKNOWN_ENCODING), big5, utf8);
        bytes("a byte that is no UTF-8", returned(Code.UNKNOWN_ENCODING), utf8, new byte[] {
            (byte) 0xC0, (byte) 0xAF, ',', ',', ',', '\n'
        });
        bytes("UTF-8 cut within a character", returned(Code.TRUNCATED), utf8, new byte[] {(byte) 0xE7, (byte) 0x8E});
        bytes("EBCDIC", refused(Code.NOT_A_SPREADSHEET), "a,b,c\n".repeat(100).getBytes(Charset.forName("IBM037")));
    }

    private static String good() {
        return RosterParts.table(2).stream().map(HostileCsv::line).collect(Collectors.joining());
    }

    /** Big5 knows nothing beyond the first plane. */
    private static String plane0() {
        return good().replace("𠮷", "吉");
    }

    private static String line(List<Object> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "", "\r\n"));
    }
}
