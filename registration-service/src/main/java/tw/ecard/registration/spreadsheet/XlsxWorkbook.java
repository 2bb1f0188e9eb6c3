package tw.ecard.registration.spreadsheet;

import java.util.Iterator;

/** An xlsx, sheet after sheet. Styles are read once, when the first sheet is; texts as its cells ask for them. */
final class XlsxWorkbook implements Workbook {

    private final ZipGuard zip;
    private final SpreadsheetLimits limits;
    private final XlsxPackage contents;
    private final Iterator<XlsxPackage.Sheet> sheets;
    private SharedTexts texts;
    private CellStyles styles;
    private XlsxPackage.Sheet sheet;
    private XlsxSheetReader reader;

    XlsxWorkbook(ZipGuard zip, SpreadsheetLimits limits) {
        this.zip = zip;
        this.limits = limits;
        this.contents = XlsxPackage.read(zip);
        this.sheets = contents.sheets().iterator();
    }

    @Override
    public SpreadsheetFormat format() {
        return SpreadsheetFormat.XLSX;
    }

    @Override
    public boolean nextSheet() {
        closeSheet();
        if (!sheets.hasNext()) {
            return false;
        }
        if (texts == null) {
            texts = openTexts();
            styles = readStyles();
        }
        sheet = sheets.next();
        reader = new XlsxSheetReader(zip, sheet.part(), texts, styles, contents.from1904(), limits);
        return true;
    }

    private SharedTexts openTexts() {
        return contents.sharedTexts() == null
                ? new SharedTexts(limits)
                : SharedTexts.of(new XmlCursor(zip.part(contents.sharedTexts())), limits);
    }

    private CellStyles readStyles() {
        if (contents.styles() == null) {
            return new CellStyles();
        }
        try (XmlCursor xml = new XmlCursor(zip.part(contents.styles()))) {
            CellStyles read = XlsxStyles.read(xml);
            xml.drain();
            return read;
        }
    }

    @Override
    public String sheetName() {
        return sheet.name();
    }

    @Override
    public Row nextRow() {
        Row row = reader.next();
        if (row == null) {
            texts.finish();
        }
        return row;
    }

    @Override
    public double fractionRead() {
        return reader == null ? 0 : reader.fractionRead();
    }

    private void closeSheet() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    @Override
    public void close() {
        try {
            closeSheet();
            if (texts != null) {
                texts.close();
            }
        } finally {
            zip.close();
        }
    }
}
