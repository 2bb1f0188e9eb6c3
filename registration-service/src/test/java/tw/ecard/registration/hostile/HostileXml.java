package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.ACCEPTED;
import static tw.ecard.registration.hostile.End.ROWS_WRONG;
import static tw.ecard.registration.hostile.End.refused;
import static tw.ecard.registration.hostile.End.returned;
import static tw.ecard.registration.hostile.RosterParts.CONTENT;
import static tw.ecard.registration.hostile.RosterParts.MARKER;
import static tw.ecard.registration.hostile.RosterParts.SHEET;
import static tw.ecard.registration.hostile.RosterParts.TEXTS;
import static tw.ecard.registration.hostile.RosterParts.WORKBOOK;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.spreadsheet.Workbooks;

/** XML that reads other files, grows, or is none. */
final class HostileXml {

    private static final String IN_CELL = "<t>" + MARKER + "</t>";

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        HostileXml xml = new HostileXml();
        xml.documentTypes();
        xml.growth();
        xml.noise();
        xml.encodings();
        xml.notWellFormed();
        return xml.files;
    }

    private void add(String name, Content content, End end) {
        files.add(new HostileFile("xml: " + name, content, end));
    }

    private void add(String name, byte[] file, End end) {
        add(name, Content.of(file), end);
    }

    private void documentTypes() {
        prolog("a document type", "<!DOCTYPE worksheet>");
        prolog("an external document type", "<!DOCTYPE worksheet SYSTEM 'file:///etc/passwd'>");
        prolog("a document type on the net", "<!DOCTYPE worksheet PUBLIC '-//X//Y' 'http://127.0.0.1:1/x.dtd'>");
        prolog("an external entity", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>");
        prolog("a parameter entity", "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p.dtd'> %p;]>");
        prolog("a billion laughs", "<!DOCTYPE x [" + laughs() + "]>");
        prolog("one entity of a megabyte", "<!DOCTYPE x [<!ENTITY f '" + "a".repeat(1_000_000) + "'>]>");
        add(
                "a document type in the main part",
                RosterParts.zipReplacing(RosterParts.xlsx(), WORKBOOK, "<workbook ", "<!DOCTYPE workbook><workbook "),
                refused(Code.SUSPICIOUS));
        add(
                "a document type in the shared texts",
                RosterParts.zipReplacing(RosterParts.xlsxWithSharedTexts(), TEXTS, "<sst ", "<!DOCTYPE sst><sst "),
                returned(Code.SUSPICIOUS));
        add(
                "a document type in an ods",
                RosterParts.zipReplacing(
                        RosterParts.ods(),
                        CONTENT,
                        "<office:document-content",
                        "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><office:document-content"),
                returned(Code.SUSPICIOUS));
        inCell("an entity that is not declared", "<t>" + MARKER + "&f;</t>", returned(Code.DAMAGED));
        inCell(
                "an inclusion",
                "<t><x:include xmlns:x='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/></t>",
                ACCEPTED);
    }

    /** In a sheet, with the entity used in a cell. */
    private void prolog(String name, String type) {
        Map<String, String> parts = RosterParts.xlsx();
        parts.computeIfPresent(SHEET, (part, xml) -> type + xml.replace(IN_CELL, "<t>&f;" + MARKER + "</t>"));
        add(name, Workbooks.zip(parts), returned(Code.SUSPICIOUS));
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 'ha'>");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return entities.append("<!ENTITY f '&e9;'>").toString();
    }

    private void growth() {
        inSheet("elements nested 100,000 deep", "<row>" + "<c>".repeat(100_000), returned(Code.DAMAGED));
        inSheet("a thousand attributes", "<row><c" + attributes(1_000, "a") + "/></row>", returned(Code.DAMAGED));
        streamed(
                "a million attributes",
                RosterParts.repeated("<row><c", " a='1'", 1_000_000, "/></row>"),
                returned(Code.DAMAGED));
        inSheet("names without end", names(5_000), returned(Code.SUSPICIOUS));
        inSheet("long names without end", longNames(500), returned(Code.SUSPICIOUS));
        inSheet("an attribute of a megabyte", "<row spans='" + "1".repeat(1 << 20) + "'/>", returned(Code.DAMAGED));
        inSheet("a name of a megabyte", "<row><" + "n".repeat(1 << 20) + "/></row>", returned(Code.SUSPICIOUS));
        inSheet(
                "a namespace of 60,000 letters on every level",
                ("<n xmlns:p='" + "u".repeat(60_000) + "'>").repeat(30) + "</n>".repeat(30),
                ACCEPTED);
        inSheet("namespaces without end", "<row>" + namespaces(3_000) + "</row>", returned(Code.SUSPICIOUS));
        inSheet("instructions without end", "<?go on?>".repeat(1_000), returned(Code.SUSPICIOUS));
        inSheet("a hundred thousand comments", "<!-- -->".repeat(100_000), ACCEPTED);
        inSheet(
                "cdata without end",
                "<row><c t='str'><v>" + "<![CDATA[x]]>".repeat(100_000) + "</v></c></row>",
                ROWS_WRONG);
        inSheet(
                "half a million references in a cell",
                "<row><c t='str'><v>" + "&#x738B;".repeat(500_000) + "</v></c></row>",
                returned(Code.SUSPICIOUS));
        inCell("cdata in a cell", "<t><![CDATA[<b>" + MARKER + "</b>]]></t>", ACCEPTED);
    }

    /** Megabytes that do not compress, more than fit the heap as characters: what is read at once must stay small. */
    private void noise() {
        noise("a comment", "<!--", "-->", Code.DAMAGED);
        noise("an instruction", "<?n ", "?>", Code.SUSPICIOUS);
        noise("a name", "<row><", "/></row>", Code.SUSPICIOUS);
        noise("the name of an attribute", "<row ", "='1'/>", Code.SUSPICIOUS);
        noise("an attribute", "<row spans='", "'/>", Code.DAMAGED);
        noise("a namespace", "<row xmlns:n='", "'/>", Code.DAMAGED);
        noise("a cell", "<row><c t='str'><v>", "</v></c></row>", Code.DAMAGED);
        noise("cdata", "<row><c t='str'><v><![CDATA[", "]]></v></c></row>", Code.DAMAGED);
        noise("text between rows", "", "", Code.DAMAGED);
        noise("an entity's name", "<row><c t='str'><v>&", ";</v></c></row>", Code.SUSPICIOUS);
        String documentType = "a document type of 24 MB";
        add(documentType, noiseBefore("<worksheet", "<!DOCTYPE x [<!--", "-->]>"), returned(Code.SUSPICIOUS));
    }

    private void noise(String name, String start, String end, Code code) {
        add(name + " of 24 MB", noiseBefore("</sheetData>", start, end), returned(code));
    }

    private static Content noiseBefore(String before, String start, String end) {
        Content noise = RosterParts.noise(start, 24, end);
        return RosterParts.streaming(Deflater.NO_COMPRESSION, RosterParts.xlsx(), SHEET, before, noise);
    }

    private void encodings() {
        sheetIn("UTF-16 with its mark", StandardCharsets.UTF_16, "", ACCEPTED);
        sheetIn(
                "UTF-16LE without a mark",
                StandardCharsets.UTF_16LE,
                "<?xml version='1.0' encoding='UTF-16LE'?>",
                ACCEPTED);
        sheetIn(
                "UTF-32 with no mark",
                Charset.forName("UTF-32BE"),
                "<?xml version='1.0' encoding='UTF-32BE'?>",
                ACCEPTED);
        sheetIn("Big5 by declaration", Charset.forName("Big5"), "<?xml version='1.0' encoding='Big5'?>", ACCEPTED);
        sheetIn(
                "UTF-8 that claims UTF-16",
                StandardCharsets.UTF_8,
                "<?xml version='1.0' encoding='UTF-16'?>",
                returned(Code.DAMAGED));
        sheetIn(
                "UTF-8 that claims UTF-7",
                StandardCharsets.UTF_8,
                "<?xml version='1.0' encoding='UTF-7'?>",
                returned(Code.DAMAGED));
        sheetIn(
                "an encoding that is none",
                StandardCharsets.UTF_8,
                "<?xml version='1.0' encoding='x-none'?>",
                returned(Code.DAMAGED));
        sheetIn("EBCDIC", Charset.forName("IBM037"), "<?xml version='1.0' encoding='IBM037'?>", returned(Code.DAMAGED));
        sheetIn("XML 1.1", StandardCharsets.UTF_8, "<?xml version='1.1'?>", ACCEPTED);
        sheetIn("XML 9.9", StandardCharsets.UTF_8, "<?xml version='9.9'?>", returned(Code.DAMAGED));
        bytesInCell("a byte that is no UTF-8", 0xFF);
        bytesInCell("a character cut short", 0xE7, 0x8E);
        bytesInCell("an overlong zero", 0xC0, 0x80);
        bytesInCell("half a surrogate pair in UTF-8", 0xED, 0xA0, 0x80);
        bytesInCell("a character beyond Unicode", 0xF7, 0xBF, 0xBF, 0xBF);
        bytesInCell("a byte of zero", 0x00);
    }

    private void notWellFormed() {
        for (String reference : List.of(
                "&#0;",
                "&#xD800;",
                "&#xDFFF;",
                "&#xFFFF;",
                "&#x110000;",
                "&#99999999999999;",
                "&#x;",
                "&#-1;",
                "&#1;")) {
            inCell("the reference " + reference, "<t>" + MARKER + reference + "</t>", returned(Code.DAMAGED));
        }
        inCell("an escape of half a pair", "<t>" + MARKER + "_xD800_</t>", ACCEPTED);
        inCell("an escape of zero", "<t>_x0000_" + MARKER + "_x0000_</t>", ACCEPTED);
        inCell("tags that cross", "<t><r>" + MARKER + "</t></r>", returned(Code.DAMAGED));
        inCell("a prefix that is not declared", "<t><n:r>" + MARKER + "</n:r></t>", returned(Code.DAMAGED));
        inSheet("an attribute twice", "<row r='9' r='9'/>", returned(Code.DAMAGED));
        add("an empty part", RosterParts.zipWith(RosterParts.xlsx(), SHEET, ""), returned(Code.DAMAGED));
        add("white space and no more", RosterParts.zipWith(RosterParts.xlsx(), SHEET, " \n"), returned(Code.DAMAGED));
        add(
                "no root",
                RosterParts.zipWith(RosterParts.xlsx(), SHEET, "<?xml version='1.0'?><!-- " + MARKER + " -->"),
                returned(Code.DAMAGED));
        add(
                "another root",
                RosterParts.zipWith(RosterParts.xlsx(), SHEET, "<html><body>" + MARKER + "</body></html>"),
                returned(Code.NO_HEADER_ROW));
        add(
                "two roots",
                RosterParts.zipReplacing(RosterParts.xlsx(), SHEET, "</worksheet>", "</worksheet><worksheet/>"),
                returned(Code.DAMAGED));
        add(
                "a sheet that breaks off in a row",
                RosterParts.zipReplacing(RosterParts.xlsx(), SHEET, "</row></sheetData></worksheet>", ""),
                returned(Code.DAMAGED));
        add(
                "a sheet that breaks off behind its rows",
                RosterParts.zipReplacing(RosterParts.xlsx(), SHEET, "</worksheet>", ""),
                returned(Code.DAMAGED));
    }

    private void inSheet(String name, String xml, End end) {
        add(name, Workbooks.zip(RosterParts.xlsxWith(xml)), end);
    }

    private void streamed(String name, Content xml, End end) {
        add(name, RosterParts.streaming(RosterParts.xlsx(), SHEET, "</sheetData>", xml), end);
    }

    private void inCell(String name, String xml, End end) {
        add(name, RosterParts.zipReplacing(RosterParts.xlsx(), SHEET, IN_CELL, xml), end);
    }

    private void sheetIn(String name, Charset encoding, String declaration, End end) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        RosterParts.xlsx()
                .forEach((part, xml) -> parts.put(
                        part,
                        part.equals(SHEET)
                                ? (declaration + xml.replace("𠮷", "吉")).getBytes(encoding)
                                : xml.getBytes(StandardCharsets.UTF_8)));
        add(name, Workbooks.zipBytes(parts), end);
    }

    private void bytesInCell(String name, int... bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        RosterParts.xlsx().forEach((part, xml) -> parts.put(part, xml.getBytes(StandardCharsets.UTF_8)));
        String xml = new String(parts.get(SHEET), StandardCharsets.ISO_8859_1);
        StringBuilder raw = new StringBuilder();
        for (int b : bytes) {
            raw.append((char) b);
        }
        parts.put(SHEET, xml.replace(MARKER, MARKER + raw).getBytes(StandardCharsets.ISO_8859_1));
        add(name, Workbooks.zipBytes(parts), returned(Code.DAMAGED));
    }

    private static String attributes(int count, String prefix) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            xml.append(' ').append(prefix).append(i).append("='1'");
        }
        return xml.toString();
    }

    private static String names(int count) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            xml.append("<n").append(i).append("/>");
        }
        return xml.toString();
    }

    private static String longNames(int count) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            xml.append("<n").append(i).append("x".repeat(10_000)).append("/>");
        }
        return xml.toString();
    }

    private static String namespaces(int count) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            xml.append("<n xmlns='urn:").append(i).append("'/>");
        }
        return xml.toString();
    }
}
