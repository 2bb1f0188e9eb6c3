package tw.ecard.registration.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** What an xls says before its sheets [MS-XLS 2.1.7.20.3]: where they are, how dates count and are shown, the texts. */
record XlsGlobals(List<Sheet> sheets, boolean from1904, CellStyles styles, SharedTexts texts) {

    private static final int FILE_PASS = 0x002F;
    private static final int WRITE_PROTECT = 0x0086;
    private static final int DATE_MODE = 0x0022;
    private static final int FORMAT = 0x041E;
    private static final int XF = 0x00E0;
    private static final int BOUND_SHEET = 0x0085;
    private static final int SST = 0x00FC;

    private static final int BIFF8 = 0x0600;
    private static final int MAX_SHEETS = 1_000;
    private static final int WORKSHEET = 0;

    /** A worksheet and where its records start. */
    record Sheet(String name, long position) {}

    /** Looks at the first records, which tell the edition and a password. */
    static void requireReadable(BiffRecords records) {
        records.next();
        boolean known = records.type() == BiffRecords.BOF && records.readShort() == BIFF8;
        if (!known) {
            throw new UnreadableSpreadsheet(
                    Reason.FORMAT_NOT_ACCEPTED, "a workbook from before Excel 97", XlsWorkbook.BEFORE_EXCEL_97);
        }
        do {
            records.next();
            if (records.type() == FILE_PASS) {
                throw new UnreadableSpreadsheet(Reason.ENCRYPTED, "a workbook with a password");
            }
        } while (records.type() == WRITE_PROTECT);
    }

    static XlsGlobals read(BiffRecords records, SpreadsheetLimits limits) {
        SharedTexts texts = new SharedTexts(limits);
        boolean whole = false;
        try {
            XlsGlobals globals = read(records, limits, texts);
            whole = true;
            return globals;
        } finally {
            if (!whole) {
                texts.close();
            }
        }
    }

    private static XlsGlobals read(BiffRecords records, SpreadsheetLimits limits, SharedTexts texts) {
        List<Sheet> sheets = new ArrayList<>();
        CellStyles styles = new CellStyles();
        boolean from1904 = false;
        TextBuffer buffer = new TextBuffer(limits.maxCellCharacters());
        for (records.next(); records.type() != BiffRecords.EOF; records.next()) {
            switch (records.type()) {
                case FILE_PASS -> throw new UnreadableSpreadsheet(Reason.ENCRYPTED, "a workbook with a password");
                case DATE_MODE -> from1904 = records.readShort() == 1;
                case FORMAT -> {
                    int id = records.readShort();
                    styles.define(id, readText(records, records.readShort(), buffer));
                }
                case XF -> {
                    records.skip(2);
                    styles.add(records.readShort());
                }
                case BOUND_SHEET -> addSheet(records, sheets, buffer);
                case SST -> readTexts(records, texts, buffer);
                default -> {
                    // fonts, colours, names, links
                }
            }
        }
        return new XlsGlobals(sheets, from1904, styles, texts);
    }

    private static void addSheet(BiffRecords records, List<Sheet> sheets, TextBuffer buffer) {
        if (sheets.size() == MAX_SHEETS) {
            throw UnreadableSpreadsheet.suspicious("sheets without end");
        }
        long position = records.readInt() & 0xFFFF_FFFFL;
        records.skip(1);
        // The others are charts, macros and modules.
        if (records.readByte() == WORKSHEET) {
            sheets.add(new Sheet(readText(records, records.readByte(), buffer), position));
        }
    }

    private static String readText(BiffRecords records, int characters, TextBuffer buffer) {
        buffer.clear();
        boolean wide = (records.readByte() & 1) != 0;
        records.readText(characters, wide, buffer);
        return buffer.toString();
    }

    /** [MS-XLS 2.5.293]: each text has its runs of looks and how it is pronounced behind it, both passed over. */
    private static void readTexts(BiffRecords records, SharedTexts texts, TextBuffer buffer) {
        records.skip(4);
        long count = records.readInt() & 0xFFFF_FFFFL;
        for (long i = 0; i < count && (records.remaining() > 0 || records.isContinued()); i++) {
            int characters = records.readShort();
            int flags = records.readByte();
            int runs = (flags & 8) == 0 ? 0 : records.readShort();
            long pronunciation = (flags & 4) == 0 ? 0 : records.readInt() & 0xFFFF_FFFFL;
            buffer.clear();
            records.readText(characters, (flags & 1) != 0, buffer);
            records.skip(4L * runs + pronunciation);
            texts.add(buffer);
        }
    }
}
