package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.ACCEPTED;
import static tw.ecard.registration.hostile.End.ROWS_WRONG;
import static tw.ecard.registration.hostile.End.refused;
import static tw.ecard.registration.hostile.End.returned;
import static tw.ecard.registration.hostile.RosterParts.CONTENT;
import static tw.ecard.registration.hostile.RosterParts.MARKER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.spreadsheet.Workbooks;

/** OpenDocument files that repeat, nest and hide without end. */
final class HostileOds {

    private static final String MANIFEST = "META-INF/manifest.xml";

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        HostileOds ods = new HostileOds();
        ods.repetitions();
        ods.cells();
        ods.tables();
        ods.packages();
        return ods.files;
    }

    private void add(String name, Content content, End end) {
        files.add(new HostileFile("ods: " + name, content, end));
    }

    private void add(String name, byte[] file, End end) {
        add(name, Content.of(file), end);
    }

    private void rows(String name, String xml, End end) {
        add(name, Workbooks.zip(RosterParts.odsWith(xml)), end);
    }

    private void repetitions() {
        rows("a million rows by sixteen thousand columns, empty", row(1_048_576, empty(16_384)), ACCEPTED);
        rows(
                "a million rows by sixteen thousand columns, filled",
                row(1_048_576, filled(16_384)),
                returned(Code.TOO_MANY_COLUMNS));
        rows("a million rows with a word", row(1_048_573, filled(1)), ROWS_WRONG);
        rows("a million rows by a hundred columns", row(1_048_573, filled(100)), returned(Code.SUSPICIOUS));
        rows("a million rows of long texts", row(1_048_573, longText(1_000).repeat(13)), returned(Code.SUSPICIOUS));
        rows("a row too many", row(1_048_574, filled(1)), returned(Code.TOO_MANY_ROWS));
        rows("two billion rows with a word", row(Integer.MAX_VALUE, filled(1)), returned(Code.TOO_MANY_ROWS));
        rows(
                "two billion empty rows, many times",
                row(Integer.MAX_VALUE, empty(1)).repeat(1_000),
                ACCEPTED);
        rows(
                "a word below two billion empty rows",
                row(Integer.MAX_VALUE, empty(1)).repeat(3) + row(1, filled(1)),
                returned(Code.TOO_MANY_ROWS));
        rows(
                "two billion empty columns, many times",
                row(1, empty(Integer.MAX_VALUE).repeat(1_000)),
                ACCEPTED);
        rows(
                "a word right of two billion columns",
                row(1, empty(Integer.MAX_VALUE).repeat(3) + filled(1)),
                returned(Code.TOO_MANY_COLUMNS));
        rows(
                "a repetition of -1",
                "<table:table-row table:number-rows-repeated='-1'>" + filled(1) + "</table:table-row>",
                ROWS_WRONG);
        rows(
                "a repetition of 0",
                "<table:table-row table:number-rows-repeated='0'>" + filled(1) + "</table:table-row>",
                ROWS_WRONG);
        rows(
                "a repetition of 4294967297",
                "<table:table-row table:number-rows-repeated='4294967297'/>",
                returned(Code.DAMAGED));
        rows(
                "a repetition that is no number",
                "<table:table-row table:number-rows-repeated='many'/>",
                returned(Code.DAMAGED));
        rows("ten thousand rows of a thousand each", row(100, filled(1)).repeat(10_000), ROWS_WRONG);
    }

    private void cells() {
        cell("two billion spaces", "<text:p>a<text:s text:c='2147483647'/>b</text:p>", ROWS_WRONG);
        cell("spaces of -1", "<text:p>" + MARKER + "<text:s text:c='-1'/></text:p>", ACCEPTED);
        cell("spaces of no number", "<text:p>" + MARKER + "<text:s text:c='x'/></text:p>", returned(Code.DAMAGED));
        cell("a hundred thousand paragraphs", "<text:p>a</text:p>".repeat(100_000), ROWS_WRONG);
        cell("a hundred thousand tabs", "<text:p>" + "<text:tab/>".repeat(100_000) + "</text:p>", ROWS_WRONG);
        cell(
                "spans 50 deep",
                "<text:p>" + "<text:span>".repeat(40) + MARKER + "</text:span>".repeat(40) + "</text:p>",
                ACCEPTED);
        cell("spans a thousand deep", "<text:p>" + "<text:span>".repeat(1_000), returned(Code.DAMAGED));
        cell(
                "a table in a cell",
                RosterParts.odsTable(row(1_000_000, filled(1))) + "<text:p>" + MARKER + "</text:p>",
                ACCEPTED);
        cell(
                "a picture in a cell",
                "<text:p>" + MARKER + "</text:p><draw:frame xmlns:draw='urn:d'><office:binary-data>"
                        + "QUJD".repeat(50_000) + "</office:binary-data></draw:frame>",
                ACCEPTED);
        rows(
                "covered cells with words",
                row(
                        1,
                        filled(1)
                                .replace("table:table-cell", "table:covered-table-cell")
                                .repeat(13)),
                ACCEPTED);
        value("a value of 1e308", "office:value-type='float' office:value='1e308'", ROWS_WRONG);
        value("a value that is no number", "office:value-type='float' office:value='" + MARKER + "'", ROWS_WRONG);
        value("a day that is none", "office:value-type='date' office:date-value='2006-02-30'", ROWS_WRONG);
        value(
                "a day of another world",
                "office:value-type='date' office:date-value='-999999999-01-01T24:61:61'",
                ROWS_WRONG);
        value("a type that is none", "office:value-type='zzz' office:string-value='0950101'", ACCEPTED);
        value(
                "a formula",
                "table:formula=\"of:=WEBSERVICE(&quot;http://127.0.0.1:1/&quot;)\" office:value-type='string' office:string-value='0950101'",
                ACCEPTED);
    }

    private void tables() {
        add(
                "tables inside tables",
                Workbooks.zip(Workbooks.odsParts("<table:table>".repeat(40) + "</table:table>".repeat(40))),
                returned(Code.NO_HEADER_ROW));
        add(
                "groups 50 deep",
                Workbooks.zip(Workbooks.odsParts(RosterParts.odsTable("<table:table-row-group>".repeat(50)
                        + RosterParts.odsRows(RosterParts.table(2))
                        + "</table:table-row-group>".repeat(50)))),
                ACCEPTED);
        add(
                "ten thousand tables",
                Workbooks.zip(Workbooks.odsParts(
                        RosterParts.odsTable(row(1, filled(3))).repeat(10_000))),
                returned(Code.NO_HEADER_ROW));
        add("no table", Workbooks.zip(Workbooks.odsParts("")), returned(Code.NO_HEADER_ROW));
        add(
                "a table without an end",
                RosterParts.zipReplacing(RosterParts.ods(), CONTENT, "</table:table>", ""),
                returned(Code.DAMAGED));
    }

    private void packages() {
        for (String type : List.of("text", "presentation", "graphics", "chart")) {
            add(
                    "an OpenDocument " + type,
                    RosterParts.zipWith(RosterParts.ods(), "mimetype", "application/vnd.oasis.opendocument." + type),
                    refused(Code.NOT_A_SPREADSHEET));
        }
        add(
                "a media type of noise",
                RosterParts.zipWith(RosterParts.ods(), "mimetype", "\0\1\2".repeat(1_000)),
                refused(Code.NOT_A_SPREADSHEET));
        add(
                "a media type of a megabyte",
                RosterParts.streaming(RosterParts.ods(), "mimetype", "application", RosterParts.noise("", 1, "")),
                refused(Code.NOT_A_SPREADSHEET));
        add("no content", zipWithout(CONTENT), refused(Code.NOT_A_SPREADSHEET));
        add("no media type", zipWithout("mimetype"), refused(Code.NOT_A_SPREADSHEET));
        add(
                "a manifest that names encryption",
                RosterParts.zipWith(
                        RosterParts.ods(),
                        MANIFEST,
                        "<m:manifest xmlns:m='urn:x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"),
                refused(Code.ENCRYPTED));
        add(
                "a package encrypted as a whole",
                RosterParts.zipWith(RosterParts.ods(), "encrypted-package", "x"),
                refused(Code.ENCRYPTED));
        add(
                "a manifest that is no XML",
                RosterParts.zipWith(RosterParts.ods(), MANIFEST, MARKER),
                refused(Code.DAMAGED));
        add(
                "a flat file",
                Content.of(Workbooks.odsParts(RosterParts.odsTable(RosterParts.odsRows(RosterParts.table(2))))
                        .get(CONTENT)),
                refused(Code.NOT_A_SPREADSHEET));
        Map<String, String> both = RosterParts.ods();
        both.putAll(RosterParts.xlsx());
        add("a package that is an xlsx too", Workbooks.zip(both), ACCEPTED);
    }

    private static byte[] zipWithout(String part) {
        Map<String, String> parts = RosterParts.ods();
        parts.remove(part);
        return Workbooks.zip(parts);
    }

    /** The remarks of a person. */
    private void cell(String name, String xml, End end) {
        Map<String, String> parts = RosterParts.ods();
        parts.computeIfPresent(
                CONTENT, (part, content) -> replaceFirst(content, "<text:p>" + MARKER + "</text:p>", xml));
        add(name, Workbooks.zip(parts), end);
    }

    /** The date of birth of a person. */
    private void value(String name, String attributes, End end) {
        String birth = RosterParts.odsCell(RosterParts.table(1).get(1).get(2).toString());
        Map<String, String> parts = RosterParts.ods();
        parts.computeIfPresent(
                CONTENT, (part, content) -> replaceFirst(content, birth, "<table:table-cell " + attributes + "/>"));
        add(name, Workbooks.zip(parts), end);
    }

    private static String replaceFirst(String text, String from, String to) {
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    private static String row(int repeated, String cells) {
        return "<table:table-row table:number-rows-repeated='" + repeated + "'>" + cells + "</table:table-row>";
    }

    private static String empty(int repeated) {
        return "<table:table-cell table:number-columns-repeated='" + repeated + "'/>";
    }

    private static String filled(int repeated) {
        return "<table:table-cell table:number-columns-repeated='" + repeated + "' office:value-type='string'><text:p>"
                + MARKER + "</text:p></table:table-cell>";
    }

    private static String longText(int length) {
        return RosterParts.odsCell("王".repeat(length));
    }
}
