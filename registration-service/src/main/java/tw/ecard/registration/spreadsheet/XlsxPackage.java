package tw.ecard.registration.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * Where the parts of an xlsx are and what its workbook part says: the sheets in order, and the day from which dates
 * count. Names of parts are the writer's choice, so they are followed and never assumed.
 */
record XlsxPackage(List<Sheet> sheets, boolean from1904, String sharedTexts, String styles) {

    private static final int MAX_SHEETS = 1_000;

    /** Of an id, a target, the name of a sheet: all of them are held. */
    private static final int MAX_CHARACTERS = 1_000;

    record Sheet(String name, String part) {}

    private record Relation(String type, String target) {
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    static XlsxPackage read(ZipGuard zip) {
        String workbook = relations(zip, "").values().stream()
                .filter(relation -> relation.is("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> UnreadableSpreadsheet.damaged("no main part"));
        requireWorkbook(contentType(zip, workbook));
        Map<String, Relation> relations = relations(zip, workbook);
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlCursor xml = new XmlCursor(zip.list(workbook))) {
            for (int event = xml.next(); event != XmlCursor.END_DOCUMENT; event = xml.next()) {
                if (event == XmlCursor.START && xml.name().equals("workbookPr")) {
                    String value = xml.attribute("date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                } else if (event == XmlCursor.START && xml.name().equals("sheet")) {
                    addSheet(xml, relations, sheets);
                }
            }
        }
        return new XlsxPackage(
                sheets, from1904, target(relations, "sharedStrings", zip), target(relations, "styles", zip));
    }

    private static void addSheet(XmlCursor xml, Map<String, Relation> relations, List<Sheet> sheets) {
        Relation relation = relations.get(xml.attribute("id"));
        if (relation == null) {
            throw UnreadableSpreadsheet.damaged("a sheet without a part");
        }
        if (sheets.size() == MAX_SHEETS) {
            throw UnreadableSpreadsheet.suspicious("sheets without end");
        }
        // The others are charts, dialogs and macro sheets.
        if (relation.is("worksheet")) {
            String name = bounded(xml.attribute("name"));
            sheets.add(new Sheet(name == null ? "" : name, relation.target()));
        }
    }

    private static String target(Map<String, Relation> relations, String kind, ZipGuard zip) {
        return relations.values().stream()
                .filter(relation -> relation.is(kind))
                .map(Relation::target)
                .filter(zip::has)
                .findFirst()
                .orElse(null);
    }

    private static void requireWorkbook(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("sheet.binary")) {
            throw new UnreadableSpreadsheet(Reason.FORMAT_NOT_ACCEPTED, "a binary workbook", "xlsb");
        }
        if (!type.contains("sheet") && !type.contains("ms-excel")) {
            throw new UnreadableSpreadsheet(Reason.NOT_A_SPREADSHEET, "a package of another kind");
        }
        if (type.contains("macroenabled")) {
            throw new UnreadableSpreadsheet(Reason.MACRO_ENABLED, "a workbook with macros");
        }
    }

    private static String contentType(ZipGuard zip, String part) {
        String extension = part.substring(part.lastIndexOf('.') + 1);
        String byExtension = "";
        try (XmlCursor xml = new XmlCursor(zip.list("[Content_Types].xml"))) {
            for (int event = xml.next(); event != XmlCursor.END_DOCUMENT; event = xml.next()) {
                if (event != XmlCursor.START) {
                    continue;
                }
                String type = xml.attribute("ContentType");
                if (type != null && ("/" + part).equalsIgnoreCase(xml.attribute("PartName"))) {
                    return type;
                }
                if (type != null && extension.equalsIgnoreCase(xml.attribute("Extension"))) {
                    byExtension = type;
                }
            }
        }
        return byExtension;
    }

    /** The relations of a part (of the package itself for the empty name), by their ids, targets made absolute. */
    private static Map<String, Relation> relations(ZipGuard zip, String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (!zip.has(name)) {
            return relations;
        }
        try (XmlCursor xml = new XmlCursor(zip.list(name))) {
            for (int event = xml.next(); event != XmlCursor.END_DOCUMENT; event = xml.next()) {
                if (event != XmlCursor.START || !xml.name().equals("Relationship")) {
                    continue;
                }
                String id = bounded(xml.attribute("Id"));
                String type = bounded(xml.attribute("Type"));
                String target = bounded(xml.attribute("Target"));
                boolean external = "External".equals(xml.attribute("TargetMode"));
                if (id != null && type != null && target != null && !external && relations.size() < MAX_SHEETS * 2) {
                    relations.put(id, new Relation(type, absolute(folder, target)));
                }
            }
        }
        return relations;
    }

    private static String bounded(String text) {
        if (text != null && text.length() > MAX_CHARACTERS) {
            throw UnreadableSpreadsheet.suspicious("a name without end");
        }
        return text;
    }

    private static String absolute(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
