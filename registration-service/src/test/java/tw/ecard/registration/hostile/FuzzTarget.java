package tw.ecard.registration.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.XlsFiles;

/**
 * What the fuzzer Jazzer calls. The first byte of its input chooses what the rest is: a part of a package that is good
 * but for it, the stream of an xls, or the whole file. Any exception is a find: a bad file ends as an outcome.
 */
public final class FuzzTarget {

    private static final List<String> XLSX_PARTS = List.of(
            RosterParts.SHEET,
            RosterParts.TEXTS,
            "xl/styles.xml",
            RosterParts.WORKBOOK,
            "xl/_rels/workbook.xml.rels",
            "[Content_Types].xml");
    private static final List<String> ODS_PARTS = List.of(RosterParts.CONTENT, "META-INF/manifest.xml", "mimetype");

    private static SpreadsheetFormat format = SpreadsheetFormat.XLSX;

    private FuzzTarget() {}

    /** Called by Jazzer first, with the format. */
    public static void fuzzerInitialize(String[] arguments) {
        format = SpreadsheetFormat.valueOf(arguments[0]);
        // Once before the clock runs: the first input loads and instruments hundreds of classes.
        seeds(format).forEach(FuzzTarget::fuzzerTestOneInput);
    }

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            SmallHeap.check(SpreadsheetSource.of(file(input[0] & 0xFF, tail(input))));
        }
    }

    /** What to begin with: the parts of good files, each behind the byte that chooses it, and the files themselves. */
    static List<byte[]> seeds(SpreadsheetFormat format) {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] file : GoodFiles.of(format)) {
            seeds.add(input(255, file));
            if (format == SpreadsheetFormat.XLS) {
                seeds.add(input(0, MutatedFile.stream(file)));
            } else if (format != SpreadsheetFormat.CSV) {
                List<String> names = names(format);
                MutatedFile.parts(file).forEach((name, content) -> {
                    if (names.contains(name)) {
                        seeds.add(input(names.indexOf(name), content));
                    }
                });
            }
        }
        return seeds;
    }

    private static byte[] file(int choice, byte[] content) {
        return switch (format) {
            case CSV -> content;
            case XLS -> choice == 255 ? content : XlsFiles.compound("Workbook", content);
            case XLSX -> choice == 255 ? content : zip(RosterParts.xlsxWithSharedTexts(), choice, content);
            case ODS -> choice == 255 ? content : zip(RosterParts.ods(), choice, content);
        };
    }

    private static byte[] zip(Map<String, String> parts, int choice, byte[] content) {
        List<String> names = names(format);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, xml) -> bytes.put(name, xml.getBytes(StandardCharsets.UTF_8)));
        bytes.put(names.get(choice % names.size()), content);
        return Workbooks.zipBytes(bytes);
    }

    private static List<String> names(SpreadsheetFormat of) {
        return of == SpreadsheetFormat.XLSX ? XLSX_PARTS : ODS_PARTS;
    }

    private static byte[] input(int choice, byte[] content) {
        byte[] input = new byte[content.length + 1];
        input[0] = (byte) choice;
        System.arraycopy(content, 0, input, 1, content.length);
        return input;
    }

    private static byte[] tail(byte[] input) {
        return Arrays.copyOfRange(input, 1, input.length);
    }
}
