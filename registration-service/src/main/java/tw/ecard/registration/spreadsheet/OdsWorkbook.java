package tw.ecard.registration.spreadsheet;

import java.util.HashSet;
import java.util.Set;

/** An ods: all its sheets stand one behind the other in a single part, which is read once from front to back. */
final class OdsWorkbook implements Workbook {

    private static final int MAX_HIDDEN_STYLES = 10_000;

    private final ZipGuard zip;
    private final SpreadsheetLimits limits;
    private final XmlCursor xml;
    private final Set<String> hiddenStyles = new HashSet<>();
    private String styleName;
    private String sheetName = "";
    private boolean sheetHidden;
    private OdsSheetReader reader;

    OdsWorkbook(ZipGuard zip, SpreadsheetLimits limits) {
        this.zip = zip;
        this.limits = limits;
        this.xml = new XmlCursor(zip.part("content.xml"));
    }

    @Override
    public SpreadsheetFormat format() {
        return SpreadsheetFormat.ODS;
    }

    @Override
    public boolean nextSheet() {
        if (reader != null) {
            reader.skipRest();
        }
        while (true) {
            int event = xml.next();
            if (event == XmlCursor.END_DOCUMENT) {
                xml.drain();
                return false;
            }
            if (event == XmlCursor.START && xml.name().equals("table")) {
                sheetName = orEmpty(xml.attribute("name"));
                sheetHidden = hiddenStyles.contains(orEmpty(xml.attribute("style-name")));
                reader = new OdsSheetReader(xml, limits);
                return true;
            }
            if (event == XmlCursor.START) {
                passBefore(xml.name());
            }
        }
    }

    /** What stands before and between the sheets: of interest are only the styles by which sheets are hidden. */
    private void passBefore(String element) {
        switch (element) {
            case "style" -> styleName = xml.attribute("name");
            case "table-properties" -> {
                if ("false".equals(xml.attribute("display")) && styleName != null) {
                    if (hiddenStyles.size() == MAX_HIDDEN_STYLES) {
                        throw UnreadableSpreadsheet.suspicious("styles without end");
                    }
                    hiddenStyles.add(styleName);
                }
            }
            // Deleted cells, and ranges that repeat the names of sheets.
            case "tracked-changes", "named-expressions", "database-ranges", "dde-links", "content-validations" ->
                xml.skip();
            default -> {
                // descend
            }
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @Override
    public String sheetName() {
        return sheetName;
    }

    @Override
    public boolean sheetHidden() {
        return sheetHidden;
    }

    @Override
    public Row nextRow() {
        return reader.next();
    }

    @Override
    public double fractionRead() {
        return xml.fractionRead();
    }

    @Override
    public void close() {
        xml.close();
        zip.close();
    }
}
