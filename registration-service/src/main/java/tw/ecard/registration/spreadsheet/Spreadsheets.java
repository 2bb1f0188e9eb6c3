package tw.ecard.registration.spreadsheet;

import java.util.Arrays;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * Opens spreadsheets. The format is found by content; a name or a media type a sender gives is not asked for.
 *
 * <p>To take in another format, recognise it in {@link #open} and give back a {@link Workbook} of it.
 */
public final class Spreadsheets {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Spreadsheets() {}

    /**
     * Opens a workbook for reading.
     *
     * @throws UnreadableSpreadsheet if it is none, or one that is not accepted, or breaks a limit
     * @throws java.io.UncheckedIOException if the source fails
     */
    public static Workbook open(SpreadsheetSource source, SpreadsheetLimits limits) {
        SourceChannel channel = SourceChannel.open(source);
        boolean opened = false;
        try {
            if (channel.size() > limits.maxFileBytes()) {
                throw new UnreadableSpreadsheet(
                        Reason.TOO_LARGE,
                        "a file of " + channel.size() + " bytes",
                        Long.toString(limits.maxFileBytes() >> 20));
            }
            Workbook workbook = open(channel, limits);
            opened = true;
            return workbook;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static Workbook open(SourceChannel channel, SpreadsheetLimits limits) {
        byte[] head = channel.peek(0, 4096);
        if (startsWith(head, ZIP)) {
            return openZip(ZipGuard.open(channel, limits, new Deadline(limits.deadline())), limits);
        }
        if (startsWith(head, CompoundFile.SIGNATURE)) {
            return openCompound(channel, limits);
        }
        CsvDialect dialect = CsvDialect.of(head)
                .orElseThrow(() -> new UnreadableSpreadsheet(
                        Reason.NOT_A_SPREADSHEET, "neither the signature of a spreadsheet nor text in columns"));
        return new CsvWorkbook(channel, dialect, limits);
    }

    private static Workbook openZip(ZipGuard zip, SpreadsheetLimits limits) {
        if (zip.has("[Content_Types].xml")) {
            return new XlsxWorkbook(zip, limits);
        }
        if (zip.has("content.xml") && zip.has("mimetype")) {
            OdsPackage.requireSpreadsheet(zip);
            return new OdsWorkbook(zip, limits);
        }
        throw new UnreadableSpreadsheet(Reason.NOT_A_SPREADSHEET, "a zip of something else");
    }

    private static Workbook openCompound(SourceChannel channel, SpreadsheetLimits limits) {
        CompoundFile file = new CompoundFile(channel);
        if (file.has("EncryptedPackage")) {
            throw new UnreadableSpreadsheet(Reason.ENCRYPTED, "a workbook with a password");
        }
        if (file.has("_VBA_PROJECT_CUR")) {
            throw new UnreadableSpreadsheet(Reason.MACRO_ENABLED, "a workbook with macros");
        }
        if (file.has("Workbook")) {
            return new XlsWorkbook(channel, file.stream("Workbook"), limits);
        }
        if (file.has("Book")) {
            throw new UnreadableSpreadsheet(
                    Reason.FORMAT_NOT_ACCEPTED, "a workbook from before Excel 97", XlsWorkbook.BEFORE_EXCEL_97);
        }
        throw new UnreadableSpreadsheet(Reason.NOT_A_SPREADSHEET, "a compound file of something else");
    }

    private static boolean startsWith(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }
}
