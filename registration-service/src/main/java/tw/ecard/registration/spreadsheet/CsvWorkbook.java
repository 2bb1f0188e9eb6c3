package tw.ecard.registration.spreadsheet;

/** A text file of fields: one sheet without a name. Its encoding is looked for when the sheet is, in a pass of its own. */
final class CsvWorkbook implements Workbook {

    private final SourceChannel channel;
    private final CsvDialect dialect;
    private final SpreadsheetLimits limits;
    private final Deadline deadline;
    private CsvRecords records;

    CsvWorkbook(SourceChannel channel, CsvDialect dialect, SpreadsheetLimits limits) {
        this.channel = channel;
        this.dialect = dialect;
        this.limits = limits;
        this.deadline = new Deadline(limits.deadline());
    }

    @Override
    public SpreadsheetFormat format() {
        return SpreadsheetFormat.CSV;
    }

    @Override
    public boolean nextSheet() {
        if (records != null) {
            return false;
        }
        CsvEncoding encoding = CsvEncoding.of(channel, deadline);
        records = new CsvRecords(new CsvCharacters(channel, encoding, deadline), dialect, limits);
        return true;
    }

    @Override
    public String sheetName() {
        return "";
    }

    @Override
    public Row nextRow() {
        return records.next();
    }

    @Override
    public double fractionRead() {
        return records == null ? 0 : records.fractionRead();
    }

    @Override
    public void close() {
        channel.close();
    }
}
