package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * The container of Microsoft's older formats [MS-CFB]. Excel also puts an xlsx with a password into one, so a file
 * with this signature is an xls, a protected workbook, or neither; the names in its directory tell which.
 */
final class CompoundFile {

    static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    /** As far as the directory is looked through: programs write it in one piece, and it has few entries. */
    private static final int DIRECTORY_BYTES = 1 << 13;

    private CompoundFile() {}

    static UnreadableSpreadsheet refusal(SourceChannel channel, byte[] head) {
        String directory = directory(channel, head);
        if (directory.contains("EncryptedPackage")) {
            return new UnreadableSpreadsheet(Reason.ENCRYPTED, "a workbook with a password");
        }
        if (directory.contains("Workbook") || directory.contains("Book")) {
            return Spreadsheets.notAccepted(SpreadsheetFormat.XLS);
        }
        return new UnreadableSpreadsheet(Reason.NOT_A_SPREADSHEET, "a compound file of something else");
    }

    private static String directory(SourceChannel channel, byte[] head) {
        if (head.length < 76) {
            return "";
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int sectorShift = header.getShort(30);
        long firstSector = header.getInt(48) & 0xFFFFFFFFL;
        if (sectorShift != 9 && sectorShift != 12) {
            return "";
        }
        long start = firstSector + 1 << sectorShift;
        return new String(channel.peek(start, DIRECTORY_BYTES), StandardCharsets.UTF_16LE);
    }
}
