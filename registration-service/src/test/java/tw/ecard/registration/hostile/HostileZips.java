package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.ACCEPTED;
import static tw.ecard.registration.hostile.End.refused;
import static tw.ecard.registration.hostile.End.returned;
import static tw.ecard.registration.hostile.RosterParts.SHEET;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tw.ecard.registration.hostile.ForgedZip.Part;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.spreadsheet.Workbooks;

/** Zips that lie, explode, overlap or break off. */
final class HostileZips {

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        HostileZips zips = new HostileZips();
        zips.bombs();
        zips.directories();
        zips.headers();
        zips.data();
        zips.ends();
        return zips.files;
    }

    private void add(String name, Content content, End end) {
        files.add(new HostileFile("zip: " + name, content, end));
    }

    private void add(String name, byte[] file, End end) {
        add(name, Content.of(file), end);
    }

    private void bombs() {
        add(
                "a flat bomb in a sheet",
                RosterParts.streaming(
                        RosterParts.xlsx(),
                        SHEET,
                        "</sheetData>",
                        RosterParts.repeated("<row>", "<c/>", 5_000_000, "</row>")),
                returned(Code.SUSPICIOUS));
        add(
                "a flat bomb in the content of an ods",
                RosterParts.streaming(
                        RosterParts.ods(),
                        RosterParts.CONTENT,
                        "</table:table>",
                        RosterParts.repeated("", "<table:table-row/>", 5_000_000, "")),
                returned(Code.SUSPICIOUS));
        add(
                "a flat bomb in the content types",
                RosterParts.streaming(
                        RosterParts.xlsx(),
                        "[Content_Types].xml",
                        "<Default",
                        RosterParts.repeated("", "<Default/>", 2_000_000, "")),
                refused(Code.SUSPICIOUS));
        add("a workbook inside a zip", zipOf("roster.xlsx", good()), refused(Code.NOT_A_SPREADSHEET));
        byte[] nested = good();
        for (int i = 0; i < 10; i++) {
            nested = zipOf("[Content_Types].xml", nested);
        }
        add("zips inside zips", nested, refused(Code.DAMAGED));
        add("a thousand sheets that are one compressed part", overlapping(900), returned(Code.SUSPICIOUS));
        add("a thousand sheets that name one part", sharingOnePart(900), returned(Code.SUSPICIOUS));
    }

    private void directories() {
        add("sixty thousand parts", directoryOf(60_000, "part"), refused(Code.SUSPICIOUS));
        add("ninety thousand parts without a name", directoryOf(90_000, ""), refused(Code.SUSPICIOUS));
        add("sixty names of 65,000 letters", directoryOf(60, "n".repeat(65_000)), refused(Code.SUSPICIOUS));
        ForgedZip twice = ForgedZip.of(RosterParts.xlsx());
        twice.add(SHEET, "<worksheet/>".getBytes(StandardCharsets.UTF_8));
        add("two parts of one name", twice.bytes(), refused(Code.SUSPICIOUS));
        Map<String, String> cases = RosterParts.xlsx();
        cases.put("XL/Workbook.XML", "<workbook/>");
        add("two parts of one name but for case", Workbooks.zip(cases), refused(Code.SUSPICIOUS));
        Map<String, String> absolute = RosterParts.xlsx();
        absolute.put("/" + SHEET, "<worksheet/>");
        add("a name that is absolute and taken", Workbooks.zip(absolute), refused(Code.SUSPICIOUS));
        Map<String, String> upwards = RosterParts.xlsx();
        upwards.put("../../../../etc/cron.d/evil", "* * * * * root id");
        upwards.put("C:\\Windows\\evil.dll", "MZ");
        add("names that lead out", Workbooks.zip(upwards), ACCEPTED);
        add(
                "a name that is no text",
                ForgedZip.of(RosterParts.xlsx())
                        .change("_rels/.rels", part -> part.name = new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1})
                        .bytes(),
                refused(Code.DAMAGED));
    }

    private void headers() {
        add("a size of one byte", forged(part -> part.size = 1), ACCEPTED);
        add("a size of four gigabytes", forged(part -> part.size = 0xFFFF_FFFEL), ACCEPTED);
        add("a compressed size of ten bytes", forged(part -> part.compressedSize = 10), returned(Code.TRUNCATED));
        add(
                "a compressed size beyond the file",
                forged(part -> part.compressedSize = 0x7000_0000L),
                returned(Code.DAMAGED));
        add("a wrong checksum", forged(part -> part.crc ^= 1), returned(Code.DAMAGED));
        add("a checksum of zero", forged(part -> part.crc = 0), returned(Code.DAMAGED));
        add("a part that claims encryption", forged(part -> part.flags |= 1), refused(Code.ENCRYPTED));
        add("strong encryption", forged(part -> part.flags |= 0x41), refused(Code.ENCRYPTED));
        add("a descriptor that is not there", forged(part -> part.flags |= 8), ACCEPTED);
        for (int method : new int[] {6, 9, 12, 14, 93, 95, 99}) {
            add("compression " + method, forged(part -> part.method = method), returned(Code.SUSPICIOUS));
        }
        add("deflated data that claims to be stored", forged(part -> part.method = 0), returned(Code.DAMAGED));
        add("a part beyond the end of the file", forged(part -> part.offset = 0x7FFF_0000L), refused(Code.TRUNCATED));
        add("a part at the start of another", forged(part -> part.offset = 0), returned(Code.DAMAGED));
        add("a part in the middle of another", forged(part -> part.offset = 40), returned(Code.DAMAGED));
        add("sizes of 2^63 in zip64", forged(part -> zip64(part, Long.MAX_VALUE, false)), returned(Code.DAMAGED));
        add("an offset of -1 in zip64", forged(part -> zip64(part, -1, true)), refused(Code.TRUNCATED));
        add("an extra field cut short", forged(part -> part.extra = new byte[] {1, 0, 60, 0, 7}), ACCEPTED);
        add(
                "an extra field of noise",
                forged(part -> part.extra = new byte[] {117, 112, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9}),
                ACCEPTED);
    }

    private void data() {
        add("a block of a kind that is none", forged(part -> part.data[0] |= 6), returned(Code.DAMAGED));
        add(
                "data of noise",
                forged(part -> Arrays.fill(part.data, 3, part.data.length, (byte) 0xA5)),
                returned(Code.DAMAGED));
        add("compressed data that goes on", forged(HostileZips::goesOn), ACCEPTED);
        add(
                "no data at all",
                forged(part -> {
                    part.data = new byte[0];
                    part.compressedSize = 0;
                }),
                returned(Code.TRUNCATED));
    }

    private void ends() {
        byte[] good = good();
        for (int hundredth : new int[] {1, 10, 30, 50, 70, 90, 97, 99}) {
            int length = good.length * hundredth / 100;
            add("cut at " + hundredth + " %", Arrays.copyOf(good, length), refused(Code.TRUNCATED));
        }
        add("cut by one byte", Arrays.copyOf(good, good.length - 1), refused(Code.TRUNCATED));
        add(
                "a program in front",
                prefixed("MZ\u0090\0 this program".getBytes(StandardCharsets.ISO_8859_1)),
                refused(Code.NOT_A_SPREADSHEET));
        add("another zip in front", prefixed(Workbooks.zip(Map.of("a", "b"))), ACCEPTED);
        add(
                "noise behind the end",
                ForgedZip.of(RosterParts.xlsx()).suffix(new byte[1000]).bytes(),
                ACCEPTED);
        add(
                "a comment of 64 KiB",
                ForgedZip.of(RosterParts.xlsx()).comment(new byte[0xFFFF]).bytes(),
                ACCEPTED);
        add(
                "no part",
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                refused(Code.NOT_A_SPREADSHEET));
        add("one of many disks", ForgedZip.of(RosterParts.xlsx()).claimDisk(7).bytes(), ACCEPTED);
        add(
                "more parts than are there",
                ForgedZip.of(RosterParts.xlsx()).claimEntries(60_000).bytes(),
                ACCEPTED);
        add(
                "a directory far away",
                ForgedZip.of(RosterParts.xlsx()).claimDirectoryAt(0x7FFF_FFF0L).bytes(),
                refused(Code.TRUNCATED));
        add(
                "a directory at the start",
                ForgedZip.of(RosterParts.xlsx()).claimDirectoryAt(0).bytes(),
                refused(Code.TRUNCATED));
    }

    private static byte[] good() {
        return Workbooks.zip(RosterParts.xlsx());
    }

    private static byte[] forged(Consumer<Part> change) {
        return ForgedZip.of(RosterParts.xlsx()).change(SHEET, change).bytes();
    }

    private static byte[] prefixed(byte[] prefix) {
        return ForgedZip.of(RosterParts.xlsx()).prefix(prefix).bytes();
    }

    private static byte[] zipOf(String name, byte[] content) {
        return Workbooks.zipBytes(Map.of(name, content));
    }

    private static void zip64(Part part, long value, boolean offset) {
        part.size = 0xFFFF_FFFFL;
        part.compressedSize = 0xFFFF_FFFFL;
        part.extra = ForgedZip.buffer(28)
                .putShort((short) 1)
                .putShort((short) 24)
                .putLong(value)
                .putLong(value)
                .putLong(value)
                .array();
        part.offset = offset ? 0xFFFF_FFFFL : -1;
    }

    private static void goesOn(Part part) {
        part.data = Arrays.copyOf(part.data, part.data.length + 5_000);
        part.compressedSize = part.data.length;
    }

    private static Content directoryOf(int parts, String name) {
        return out -> {
            ForgedZip zip = ForgedZip.of(Map.of("a", "b"));
            Part first = zip.add("b", new byte[1]);
            for (int i = 0; i < parts; i++) {
                zip.alias(name.isEmpty() ? name : name + i, first);
            }
            out.write(zip.bytes());
        };
    }

    /** Nine megabytes of empty rows, just below what is looked at for its ratio, in every sheet. */
    private static final String EMPTY_ROWS = "<row/>".repeat(1_500_000);

    private static Content overlapping(int sheets) {
        return out -> {
            ForgedZip zip = ForgedZip.of(manySheets(sheets, false));
            Part first =
                    zip.add("xl/worksheets/s0.xml", Workbooks.sheet(EMPTY_ROWS).getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i < sheets; i++) {
                zip.alias("xl/worksheets/s" + i + ".xml", first);
            }
            out.write(zip.bytes());
        };
    }

    private static Content sharingOnePart(int sheets) {
        return out -> {
            ForgedZip zip = ForgedZip.of(manySheets(sheets, true));
            zip.add("xl/worksheets/s0.xml", Workbooks.sheet(EMPTY_ROWS).getBytes(StandardCharsets.UTF_8));
            out.write(zip.bytes());
        };
    }

    /** A package of which only the sheets are missing. */
    static Map<String, String> manySheets(int count, boolean onePart) {
        Map<String, String> parts = Workbooks.xlsxParts("");
        parts.remove(SHEET);
        StringBuilder sheets = new StringBuilder();
        String[] relations = new String[count];
        for (int i = 0; i < count; i++) {
            sheets.append("<sheet name='s%d' sheetId='%d' r:id='r%d'/>".formatted(i, i + 1, i));
            relations[i] = "r%d:worksheet:worksheets/s%d.xml".formatted(i, onePart ? 0 : i);
        }
        parts.put("xl/_rels/workbook.xml.rels", Workbooks.relations(relations));
        parts.computeIfPresent(
                RosterParts.WORKBOOK, (name, xml) -> xml.replaceFirst("<sheet name.*?/>", sheets.toString()));
        return parts;
    }
}
