package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** What an OpenDocument file says about itself before its content is read (OpenDocument 1.3 part 2). */
final class OdsPackage {

    private OdsPackage() {}

    static void requireSpreadsheet(ZipGuard zip) {
        String mediaType = mediaType(zip);
        if (!mediaType.startsWith(SpreadsheetFormat.ODS.mediaType())) {
            throw new UnreadableSpreadsheet(Reason.NOT_A_SPREADSHEET, "an OpenDocument file of another kind");
        }
        if (zip.has("encrypted-package") || isEncrypted(zip)) {
            throw new UnreadableSpreadsheet(Reason.ENCRYPTED, "an encrypted OpenDocument file");
        }
    }

    private static String mediaType(ZipGuard zip) {
        try (ZipPart part = zip.part("mimetype")) {
            return new String(part.readNBytes(200), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEncrypted(ZipGuard zip) {
        if (!zip.has("META-INF/manifest.xml")) {
            return false;
        }
        try (XmlCursor xml = new XmlCursor(zip.list("META-INF/manifest.xml"))) {
            for (int event = xml.next(); event != XmlCursor.END_DOCUMENT; event = xml.next()) {
                if (event == XmlCursor.START && xml.name().equals("encryption-data")) {
                    return true;
                }
            }
            return false;
        }
    }
}
