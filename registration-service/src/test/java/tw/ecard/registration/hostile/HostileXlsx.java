package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.ACCEPTED;
import static tw.ecard.registration.hostile.End.ROWS_WRONG;
import static tw.ecard.registration.hostile.End.refused;
import static tw.ecard.registration.hostile.End.returned;
import static tw.ecard.registration.hostile.RosterParts.MARKER;
import static tw.ecard.registration.hostile.RosterParts.SHEET;
import static tw.ecard.registration.hostile.RosterParts.TEXTS;
import static tw.ecard.registration.hostile.RosterParts.WORKBOOK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.zip.Deflater;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.spreadsheet.Workbooks;

/** Workbooks of Excel that no Excel would write. */
final class HostileXlsx {

    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String MAIN_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static final String LETTERS = new Random(1)
            .ints(1_000_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        HostileXlsx xlsx = new HostileXlsx();
        xlsx.references();
        xlsx.sharedTexts();
        xlsx.values();
        xlsx.packages();
        xlsx.kinds();
        return xlsx.files;
    }

    private void add(String name, Content content, End end) {
        files.add(new HostileFile("xlsx: " + name, content, end));
    }

    private void add(String name, byte[] file, End end) {
        add(name, Content.of(file), end);
    }

    private void rows(String name, String xml, End end) {
        add(name, Workbooks.zip(RosterParts.xlsxWith(xml)), end);
    }

    private void references() {
        rows("cell ZZZZZZ1", row("", cellAt("ZZZZZZ1")), returned(Code.DAMAGED));
        rows("cell XFD4", row("", cellAt("XFD4")), returned(Code.TOO_MANY_COLUMNS));
        rows("cell of small letters", row("", cellAt("a4")), returned(Code.DAMAGED));
        rows("cell without a reference", row("", cellAt("")), returned(Code.DAMAGED));
        rows("cell of digits alone", row("", cellAt("4")), returned(Code.DAMAGED));
        rows("cell that claims another row", row("r='4'", cellAt("A4000")), ROWS_WRONG);
        rows("columns out of order", row("", cellAt("C4") + cellAt("A4") + cellAt("B4")), ROWS_WRONG);
        rows("one column a thousand times", row("", cellAt("A4").repeat(1_000)), ROWS_WRONG);
        rows("row 2147483647", row("r='2147483647'", cellAt("A1")), returned(Code.DAMAGED));
        rows("row 99999999999999999999", row("r='99999999999999999999'", cellAt("A1")), returned(Code.DAMAGED));
        rows("row 1048577", row("r='1048577'", cellAt("A1")), returned(Code.TOO_MANY_ROWS));
        rows("row 0", row("r='0'", cellAt("A1")), returned(Code.DAMAGED));
        rows("row -1", row("r='-1'", cellAt("A1")), returned(Code.DAMAGED));
        rows("a row twice", row("r='4'", cellAt("A4")).repeat(2), returned(Code.DAMAGED));
        rows("rows out of order", row("r='9'", cellAt("A9")) + row("r='8'", cellAt("A8")), returned(Code.DAMAGED));
        rows("rows inside rows", row("", row("", cellAt("A4"))), ACCEPTED);
        rows("a million empty rows", "<row/>".repeat(1_048_000), ACCEPTED);
        rows("rows of borders to the end of the sheet", "<row><c s='1'/><c s='1'/></row>".repeat(200_000), ACCEPTED);
        rows(
                "sixteen thousand cells in a row",
                row("", "<c t='str'><v>x</v></c>".repeat(16_384)),
                returned(Code.TOO_MANY_COLUMNS));
        add(
                "long rows in other places every time",
                RosterParts.streaming(
                        Deflater.BEST_SPEED, RosterParts.xlsx(), SHEET, "</sheetData>", longRowsBehindShortOnes(200)),
                ROWS_WRONG);
        rows("two sheet datas", "</sheetData><sheetData>" + row("", cellAt("A4")), ACCEPTED);
    }

    private void sharedTexts() {
        text("a shared text beyond the last", "9999");
        text("a shared text of -1", "-1");
        text("a shared text of 4294967296", "4294967296");
        text("a shared text that is no number", "1e3");
        text("a shared text of Arabic digits", "٣");
        Map<String, String> none = RosterParts.xlsxWithSharedTexts();
        none.remove(TEXTS);
        add("shared texts that are missing", Workbooks.zip(none), returned(Code.DAMAGED));
        add(
                "twelve million empty shared texts",
                RosterParts.streaming(RosterParts.xlsxWithSharedTexts(), TEXTS, "</sst>", randomItems(12_000_000)),
                ACCEPTED);
        add(
                "shared texts of 80 MB",
                RosterParts.streaming(RosterParts.xlsxWithSharedTexts(), TEXTS, "</sst>", longTexts(80_000)),
                ACCEPTED);
        add("a million cells that share one long text", sharedByAll(1_000_000), returned(Code.SUSPICIOUS));
        add(
                "runs without end in a text",
                RosterParts.zipReplacing(
                        RosterParts.xlsxWithSharedTexts(),
                        TEXTS,
                        "</sst>",
                        "<si>" + "<r><t>x</t></r>".repeat(200_000) + "</si></sst>"),
                ACCEPTED);
    }

    private void text(String name, String index) {
        Map<String, String> parts = RosterParts.xlsxWithSharedTexts();
        parts.computeIfPresent(SHEET, (part, xml) -> xml.replace("<v>13</v>", "<v>" + index + "</v>"));
        add(name, Workbooks.zip(parts), returned(Code.DAMAGED));
    }

    /** Of random length in white space, so that it compresses to no more than a real table does. */
    private static Content randomItems(int count) {
        return out -> {
            Random random = new Random(1);
            StringBuilder xml = new StringBuilder();
            for (int i = 0; i < count; i++) {
                xml.append(random.nextBoolean() ? "<si/>" : random.nextBoolean() ? "<si />" : "<si></si>");
                if (i % 1_000 == 999) {
                    RosterParts.write(out, xml.toString());
                    xml.setLength(0);
                }
            }
        };
    }

    private static Content longTexts(int count) {
        return out -> {
            for (int i = 0; i < count; i++) {
                RosterParts.write(out, "<si><t>" + letters(i, 999) + "</t></si>");
            }
        };
    }

    private static Content sharedByAll(int cells) {
        Map<String, String> parts = RosterParts.xlsxWithSharedTexts();
        parts.computeIfPresent(
                TEXTS, (name, xml) -> xml.replace("</sst>", "<si><t>" + "王".repeat(1_000) + "</t></si></sst>"));
        String thirteen = "<row>" + "<c t='s'><v>39</v></c>".repeat(13) + "</row>";
        return RosterParts.streaming(
                parts, SHEET, "</sheetData>", RosterParts.repeated("", thirteen, cells / 13 / 1_000 * 1_000, ""));
    }

    /**
     * The rows that are read ahead come in batches, which a long row ends. One short row less before each long one puts
     * the long ones into other places every time, and all of them must not be held together.
     */
    private static Content longRowsBehindShortOnes(int longRows) {
        return out -> {
            Random random = new Random(1);
            String shortRow = row("", "<c t='str'><v>" + MARKER + "</v></c>");
            StringBuilder longRow = new StringBuilder("<row>");
            for (int column = 0; column < 100; column++) {
                longRow.append("<c t='str'><v>");
                for (int i = 0; i < 1_000; i++) {
                    longRow.append((char) (0x4E00 + random.nextInt(64)));
                }
                longRow.append("</v></c>");
            }
            String row = longRow.append("</row>").toString();
            for (int i = 0; i < longRows; i++) {
                RosterParts.write(out, shortRow.repeat((longRows - i) / 3) + row);
            }
        };
    }

    private void values() {
        for (String serial : List.of(
                "-1",
                "0",
                "60",
                "2958466",
                "1e308",
                "1e400",
                "-1e308",
                "NaN",
                "Infinity",
                "0x1p3",
                "1d",
                "38718.999999999")) {
            value(
                    "the day " + serial,
                    "<c s='1'><v>" + serial + "</v></c>",
                    serial.startsWith("38718") ? ACCEPTED : ROWS_WRONG);
        }
        value("the style 99999999", "<c s='99999999'><v>38718</v></c>", ROWS_WRONG);
        value("a style of 999999999999", "<c s='999999999999'><v>38718</v></c>", returned(Code.DAMAGED));
        value("a type that is none", "<c t='zzz'><v>0950101</v></c>", ACCEPTED);
        value("a day that is none", "<c t='d'><v>2006-02-30</v></c>", ROWS_WRONG);
        value("a day with a year of ten digits", "<c t='d'><v>+1000000000-01-01T00:00</v></c>", ROWS_WRONG);
        value("a number of 30,000 digits", "<c><v>" + "9".repeat(30_000) + "</v></c>", ROWS_WRONG);
        value("a number of a thousand digits", "<c><v>1e-" + "9".repeat(900) + "</v></c>", ROWS_WRONG);
        value("an error", "<c t='e'><v>#N/A</v></c>", ROWS_WRONG);
        value("a truth", "<c t='b'><v>1</v></c>", ROWS_WRONG);
        value(
                "a formula that calls out",
                "<c t='str'><f>WEBSERVICE(\"http://127.0.0.1:1/\"&amp;A1)</f><v>0950101</v></c>",
                ACCEPTED);
        value("a formula that starts a program", "<c t='str'><f>cmd|'/c calc'!A0</f><v>0950101</v></c>", ACCEPTED);
        value("two values in a cell", "<c t='str'><v>095</v><v>0101</v></c>", ACCEPTED);
        add(
                "a million number formats",
                RosterParts.streaming(styled(), "xl/styles.xml", "</numFmts>", formats(1_000_000)),
                ACCEPTED);
        add(
                "number formats of 60,000 letters",
                RosterParts.streaming(styled(), "xl/styles.xml", "</numFmts>", longFormats(100)),
                ACCEPTED);
        add(
                "a million cell formats",
                RosterParts.streaming(
                        styled(),
                        "xl/styles.xml",
                        "</cellXfs>",
                        RosterParts.repeated("", "<xf numFmtId='2147483647'/>", 1_000_000, "")),
                returned(Code.SUSPICIOUS));
    }

    /** The date of birth of a person. */
    private void value(String name, String cell, End end) {
        Map<String, String> parts = styled();
        String birth = RosterParts.xlsxCell(RosterParts.table(1).get(1).get(2).toString());
        parts.computeIfPresent(SHEET, (part, xml) -> xml.replaceFirst(birth, Matcher.quoteReplacement(cell)));
        add(name, Workbooks.zip(parts), end);
    }

    private static Map<String, String> styled() {
        Map<String, String> parts = RosterParts.xlsx();
        parts.put("xl/styles.xml", Workbooks.styles("<numFmt numFmtId='164' formatCode='yyyy/m/d'/>", 164));
        return parts;
    }

    private static Content formats(int count) {
        return out -> {
            for (int i = 0; i < count; i++) {
                RosterParts.write(
                        out, "<numFmt numFmtId='" + (200 + i) + "' formatCode='" + Integer.toHexString(i * 31) + "'/>");
            }
        };
    }

    private static Content longFormats(int count) {
        return RosterParts.repeated("", "<numFmt numFmtId='7' formatCode='" + "\\[".repeat(30_000) + "'/>", count, "");
    }

    private void packages() {
        for (String part : List.of(TYPES, "_rels/.rels", WORKBOOK, SHEET)) {
            Map<String, String> parts = RosterParts.xlsx();
            parts.remove(part);
            Code code = part.equals(TYPES) ? Code.NOT_A_SPREADSHEET : Code.DAMAGED;
            add("no " + part, Workbooks.zip(parts), part.equals(SHEET) ? returned(code) : refused(code));
        }
        Map<String, String> noRelations = RosterParts.xlsx();
        noRelations.remove(RELATIONS);
        add("no relations", Workbooks.zip(noRelations), refused(Code.DAMAGED));
        target("a sheet that is the workbook", "workbook.xml", returned(Code.NO_HEADER_ROW));
        target("a sheet that is the content types", "/[Content_Types].xml", returned(Code.NO_HEADER_ROW));
        target("a sheet outside the package", "../../../../../../etc/passwd", returned(Code.DAMAGED));
        target("a sheet on the net", "http://127.0.0.1:1/sheet.xml", returned(Code.DAMAGED));
        target("a sheet in a file", "file:///etc/passwd", returned(Code.DAMAGED));
        target("a sheet whose name is a way round", "./x/../worksheets/././sheet1.xml", ACCEPTED);
        target("a sheet without a name", "", returned(Code.DAMAGED));
        target(
                "a sheet whose name is 60,000 steps",
                "a/../".repeat(12_000) + "worksheets/sheet1.xml",
                refused(Code.SUSPICIOUS));
        add(
                "a sheet of an external relation",
                RosterParts.zipReplacing(
                        RosterParts.xlsx(),
                        RELATIONS,
                        "Target='worksheets",
                        "TargetMode='External' Target='worksheets"),
                refused(Code.DAMAGED));
        add(
                "a main part that is its own relations",
                RosterParts.zipReplacing(RosterParts.xlsx(), "_rels/.rels", "xl/workbook.xml", "_rels/.rels"),
                refused(Code.NOT_A_SPREADSHEET));
        add("ten thousand sheets", Workbooks.zip(HostileZips.manySheets(10_000, true)), refused(Code.SUSPICIOUS));
        add("nine hundred sheets and no roster", nineHundredSheets(), returned(Code.NO_HEADER_ROW));
        add("no sheet", RosterParts.zipWith(RosterParts.xlsx(), WORKBOOK, "<workbook/>"), returned(Code.NO_HEADER_ROW));
        add(
                "charts alone",
                RosterParts.zipReplacing(RosterParts.xlsx(), RELATIONS, "/worksheet'", "/chartsheet'"),
                returned(Code.NO_HEADER_ROW));
        add(
                "relations of 60,000 letters each",
                RosterParts.streaming(RosterParts.xlsx(), RELATIONS, "</Relationships>", hugeRelations(400)),
                refused(Code.SUSPICIOUS));
        add(
                "content types of 40 MB",
                RosterParts.streaming(Deflater.BEST_SPEED, RosterParts.xlsx(), TYPES, "<Default", manyTypes(1_000_000)),
                refused(Code.SUSPICIOUS));
        add(
                "names of sheets of 60,000 letters each",
                RosterParts.streaming(RosterParts.xlsx(), WORKBOOK, "</sheets>", hugeNames(400)),
                refused(Code.SUSPICIOUS));
        add("an empty sheet", Workbooks.zip(Workbooks.xlsxParts("")), returned(Code.NO_HEADER_ROW));
        add("headers and nobody", Workbooks.zip(RosterParts.xlsx(RosterParts.table(0))), returned(Code.NO_DATA_ROWS));
    }

    private static byte[] nineHundredSheets() {
        Map<String, String> parts = HostileZips.manySheets(900, false);
        for (int i = 0; i < 900; i++) {
            parts.put("xl/worksheets/s" + i + ".xml", Workbooks.sheet(row("", "<c t='str'><v>" + MARKER + "</v></c>")));
        }
        return Workbooks.zip(parts);
    }

    private static Content hugeRelations(int count) {
        return out -> {
            for (int i = 0; i < count; i++) {
                RosterParts.write(
                        out,
                        "<Relationship Id='" + letters(i, 60_000) + "' Type='t' Target='" + letters(-i, 60_000)
                                + "'/>");
            }
        };
    }

    private static Content manyTypes(int count) {
        return out -> {
            for (int i = 0; i < count; i++) {
                RosterParts.write(out, "<Default Extension='" + letters(i, 24) + "'/>");
            }
        };
    }

    private static Content hugeNames(int count) {
        return out -> {
            for (int i = 0; i < count; i++) {
                RosterParts.write(out, "<sheet name='" + letters(i, 60_000) + "' sheetId='1' r:id='r1'/>");
            }
        };
    }

    /** Others for every number, so that they do not compress to nothing. */
    private static String letters(int number, int count) {
        int start = Math.floorMod(number * 7_919, LETTERS.length() - count);
        return LETTERS.substring(start, start + count - 8) + "%08x".formatted(number);
    }

    private void target(String name, String target, End end) {
        add(name, RosterParts.zipReplacing(RosterParts.xlsx(), RELATIONS, "worksheets/sheet1.xml", target), end);
    }

    private void kinds() {
        type("macros", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", Code.MACRO_ENABLED);
        type("a template with macros", "application/vnd.ms-excel.template.macroEnabled.main+xml", Code.MACRO_ENABLED);
        type("a binary workbook", "application/vnd.ms-excel.sheet.binary.macroEnabled.main", Code.FORMAT_NOT_ACCEPTED);
        type(
                "a document of Word",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                Code.NOT_A_SPREADSHEET);
        type(
                "a presentation",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                Code.NOT_A_SPREADSHEET);
        type("a content type that is none", "", Code.NOT_A_SPREADSHEET);
        Map<String, String> strict = RosterParts.xlsx();
        strict.replaceAll((name, xml) -> xml.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        add("strict Open XML", Workbooks.zip(strict), ACCEPTED);
    }

    private void type(String name, String type, Code code) {
        add(name, RosterParts.zipReplacing(RosterParts.xlsx(), TYPES, MAIN_TYPE, type), refused(code));
    }

    private static String row(String attributes, String cells) {
        return "<row " + attributes + ">" + cells + "</row>";
    }

    private static String cellAt(String reference) {
        return "<c r='" + reference + "' t='str'><v>" + MARKER + "</v></c>";
    }
}
