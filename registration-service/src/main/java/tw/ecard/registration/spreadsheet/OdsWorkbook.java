package tw.ecard.registration.spreadsheet;

import java.util.Set;

/** An ods: all its sheets stand one behind the other in a single part, which is read once from front to back. */
final class OdsWorkbook implements Workbook {

    /** Deleted cells, and ranges that repeat the names of sheets. */
    private static final Set<String> REPEATING_SHEETS =
            Set.of("tracked-changes", "named-expressions", "database-ranges", "dde-links", "content-validations");

    private final ZipGuard zip;
    private final SpreadsheetLimits limits;
    private final XmlCursor xml;
    private String sheetName = "";
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
                reader = new OdsSheetReader(zip, xml, limits);
                return true;
            }
            if (event == XmlCursor.START && REPEATING_SHEETS.contains(xml.name())) {
                xml.skip();
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
