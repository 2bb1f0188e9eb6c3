package tw.ecard.registration.spreadsheet;

import java.util.Iterator;

/** An xls of Excel 97 or later (BIFF8), sheet after sheet. Texts and styles are read once, when the first sheet is. */
final class XlsWorkbook implements Workbook {

    /** How the older editions are called to people: the end of the file's name says nothing of them. */
    static final String BEFORE_EXCEL_97 = "xls (Excel 95)";

    private final SourceChannel channel;
    private final BiffRecords records;
    private final SpreadsheetLimits limits;
    private XlsGlobals globals;
    private Iterator<XlsGlobals.Sheet> sheets;
    private XlsGlobals.Sheet sheet;
    private XlsSheetReader reader;

    XlsWorkbook(SourceChannel channel, CompoundStream stream, SpreadsheetLimits limits) {
        this.channel = channel;
        this.records = new BiffRecords(stream, new Deadline(limits.deadline()));
        this.limits = limits;
        XlsGlobals.requireReadable(records);
    }

    @Override
    public SpreadsheetFormat format() {
        return SpreadsheetFormat.XLS;
    }

    @Override
    public boolean nextSheet() {
        if (globals == null) {
            records.seek(0);
            globals = XlsGlobals.read(records, limits);
            sheets = globals.sheets().iterator();
        }
        if (!sheets.hasNext()) {
            return false;
        }
        sheet = sheets.next();
        records.seek(sheet.position());
        reader = new XlsSheetReader(records, globals, limits);
        return true;
    }

    @Override
    public String sheetName() {
        return sheet.name();
    }

    @Override
    public Row nextRow() {
        return reader.next();
    }

    @Override
    public double fractionRead() {
        return reader == null ? 0 : reader.fractionRead(endOf(sheet));
    }

    /** Where the next sheet starts, in the order of the file. */
    private long endOf(XlsGlobals.Sheet present) {
        return globals.sheets().stream()
                .mapToLong(XlsGlobals.Sheet::position)
                .filter(position -> position > present.position())
                .min()
                .orElse(records.size());
    }

    @Override
    public void close() {
        try {
            if (globals != null) {
                globals.texts().close();
            }
        } finally {
            channel.close();
        }
    }
}
