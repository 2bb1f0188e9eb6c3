package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static tw.ecard.registration.spreadsheet.Workbooks.odsParts;
import static tw.ecard.registration.spreadsheet.Workbooks.read;
import static tw.ecard.registration.spreadsheet.Workbooks.row;
import static tw.ecard.registration.spreadsheet.Workbooks.xlsxParts;
import static tw.ecard.registration.spreadsheet.Workbooks.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

class HostileFilesTest {

    private static final byte[] GOOD = Workbooks.xlsx(List.of(row("姓名", "身分證字號"), row("王小明", "A123456789")));

    @Test
    void files_that_are_no_workbook_are_told_apart() {
        assertRefused(new byte[0], Reason.NOT_A_SPREADSHEET);
        assertRefused("%PDF-1.7\n1,2".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_SPREADSHEET);
        assertRefused("<html><table>,</table></html>".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_SPREADSHEET);
        assertRefused("some text".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_SPREADSHEET);
        assertRefused(zip(Map.of("hello.txt", "hello")), Reason.NOT_A_SPREADSHEET);
        Map<String, String> text = odsParts("");
        text.put("mimetype", "application/vnd.oasis.opendocument.text");
        assertRefused(zip(text), Reason.NOT_A_SPREADSHEET);
        assertRefused(
                withContentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
                Reason.NOT_A_SPREADSHEET);
    }

    @Test
    void formats_that_are_known_and_not_accepted_are_named() {
        assertThat(assertRefused(
                                withContentType("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
                                Reason.FORMAT_NOT_ACCEPTED)
                        .parameters())
                .containsExactly("xlsb");
        assertRefused(withContentType("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), Reason.MACRO_ENABLED);
    }

    @Test
    void a_password_is_recognised_in_every_container() {
        assertRefused(XlsFiles.compound("EncryptedPackage", new byte[10]), Reason.ENCRYPTED);
        Map<String, String> ods = odsParts("");
        ods.put(
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m='urn:x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>");
        assertRefused(zip(ods), Reason.ENCRYPTED);
        byte[] encryptedEntry = GOOD.clone();
        int directory = indexOf(encryptedEntry, new byte[] {'P', 'K', 1, 2});
        encryptedEntry[directory + 8] |= 1;
        assertRefused(encryptedEntry, Reason.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 500, 1_000})
    void a_file_cut_short_is_truncated(int missing) {
        assertRefused(Arrays.copyOf(GOOD, GOOD.length - missing), Reason.TRUNCATED);
    }

    @Test
    void a_changed_byte_is_found_by_the_checksum() {
        Map<String, String> parts = xlsxParts("<row><c t='str'><v>12345678901234567890</v></c></row>");
        byte[] file = stored(parts);
        file[indexOf(file, "12345678901234567890".getBytes(StandardCharsets.UTF_8))] = '9';

        assertRefused(file, Reason.DAMAGED);
    }

    @Test
    void a_bomb_ends_at_the_ratio_and_at_the_limit() {
        byte[] bomb = zip(xlsxParts("<row><c t='str'><v>" + " ".repeat(50_000) + "</v></c></row>" + "<row>"
                + "<c/>".repeat(20_000_000) + "</row>"));
        assertThat(bomb.length).isLessThan(500_000);

        assertRefused(bomb, Reason.SUSPICIOUS);
        long mib = 1 << 20;
        UnreadableSpreadsheet refusal = assertRefused(
                bomb, Workbooks.limits(10 * mib, 5 * mib, 100, mib, Duration.ofMinutes(1)), Reason.TOO_LARGE_UNPACKED);
        assertThat(refusal.parameters()).containsExactly("5");
    }

    @Test
    void limits_of_size_parts_shared_texts_and_time_hold() {
        long mib = 1 << 20;
        Duration minute = Duration.ofMinutes(1);
        assertRefused(GOOD, Workbooks.limits(1_000, mib, 100, mib, minute), Reason.TOO_LARGE);
        assertRefused(GOOD, Workbooks.limits(mib, mib, 2, mib, minute), Reason.SUSPICIOUS);
        assertRefused(GOOD, Workbooks.limits(mib, mib, 100, 1_000, minute), Reason.TOO_LARGE_UNPACKED);
        assertRefused(GOOD, Workbooks.limits(mib, mib, 100, mib, Duration.ZERO), Reason.TOO_SLOW);
    }

    @Test
    void a_directory_of_countless_entries_is_not_taken_in() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < 60_000; i++) {
            parts.put("part" + i + "x".repeat(40), "");
        }
        assertRefused(zip(parts), Reason.SUSPICIOUS);
    }

    @Test
    void two_parts_of_one_name_are_refused() {
        Map<String, String> parts = xlsxParts("");
        parts.put("XL/WORKBOOK.XML", "<workbook/>");
        assertRefused(zip(parts), Reason.SUSPICIOUS);
    }

    @Test
    void document_types_and_entities_are_refused() {
        Map<String, String> parts = xlsxParts("");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, xml) -> "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
                        + xml.replace("<sheetData>", "<sheetData><row><c t='str'><v>&f;</v></c></row>"));
        assertRefused(zip(parts), Reason.SUSPICIOUS);
        assertRefused(zip(xlsxParts("<row><c t='str'><v>&f;</v></c></row>")), Reason.DAMAGED);
    }

    @Test
    void names_and_depth_without_end_are_refused() {
        StringBuilder names = new StringBuilder("<row><c>");
        for (int i = 0; i < 5_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertRefused(zip(xlsxParts(names.append("</c></row>").toString())), Reason.SUSPICIOUS);
        assertRefused(
                zip(xlsxParts("<row>" + "<c>".repeat(10_000) + "</c>".repeat(10_000) + "</row>")), Reason.DAMAGED);
    }

    @Test
    void a_source_that_fails_is_not_a_bad_file() {
        SpreadsheetSource failing = () -> new SeekableInMemoryByteChannel(GOOD) {
            @Override
            public int read(ByteBuffer target) throws IOException {
                throw new IOException("the database is gone");
            }
        };

        assertThatThrownBy(() -> Spreadsheets.open(failing, SpreadsheetLimits.DEFAULT))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the database is gone");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changed_bytes_of_the_file_end_in_rows_or_a_refusal(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] file = GOOD.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            assertReadOrRefused(file, seed, i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changed_bytes_of_the_parts_end_in_rows_or_a_refusal(long seed) {
        Map<String, String> xlsx = xlsxParts("<row r='1'><c r='A1' t='s'><v>0</v></c><c s='1'><v>38718</v></c></row>"
                + "<row r='2'><c r='B2' t='inlineStr'><is><t>王</t></is></c></row>");
        xlsx.put("xl/sharedStrings.xml", Workbooks.sharedStrings("<si><r><t>a</t></r></si>"));
        xlsx.put("xl/styles.xml", Workbooks.styles("<numFmt numFmtId='164' formatCode='yyyy'/>", 164));
        Map<String, String> ods =
                odsParts("<table:table table:name='一'><table:table-row table:number-rows-repeated='2'>"
                        + "<table:table-cell office:value-type='date' office:date-value='2006-01-01'><text:p>a<text:s text:c='3'/>"
                        + "</text:p></table:table-cell></table:table-row></table:table>");
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            assertReadOrRefused(mutated(i % 2 == 0 ? xlsx : ods, random), seed, i);
        }
    }

    private static byte[] mutated(Map<String, String> parts, Random random) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        List<String> names = List.copyOf(bytes.keySet());
        byte[] part = bytes.get(names.get(random.nextInt(names.size())));
        for (int n = random.nextInt(3); n >= 0; n--) {
            part[random.nextInt(part.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt() : "<>/'&9-A".charAt(random.nextInt(8)));
        }
        return Workbooks.zipBytes(bytes);
    }

    private static void assertReadOrRefused(byte[] file, long seed, int round) {
        try {
            read(file);
        } catch (UnreadableSpreadsheet refused) {
            assertThat(refused.reason()).isNotNull();
        } catch (RuntimeException other) {
            fail("seed " + seed + ", round " + round, other);
        }
    }

    private static UnreadableSpreadsheet assertRefused(byte[] file, Reason reason) {
        return assertRefused(file, SpreadsheetLimits.DEFAULT, reason);
    }

    private static UnreadableSpreadsheet assertRefused(byte[] file, SpreadsheetLimits limits, Reason reason) {
        try {
            read(file, limits);
        } catch (UnreadableSpreadsheet refusal) {
            assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
            return refusal;
        }
        return fail("read, and not refused as " + reason);
    }

    private static byte[] withContentType(String type) {
        Map<String, String> parts = xlsxParts("");
        parts.computeIfPresent(
                "[Content_Types].xml",
                (name, xml) -> xml.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type));
        return zip(parts);
    }

    private static byte[] stored(Map<String, String> parts) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(byte[] bytes, byte[] pattern) {
        for (int i = 0; i <= bytes.length - pattern.length; i++) {
            if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
