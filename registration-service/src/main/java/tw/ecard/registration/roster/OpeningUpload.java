package tw.ecard.registration.roster;

import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Spreadsheets;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet;
import tw.ecard.registration.upload.Upload;

/** The first look at an uploaded file: it reads the ends of the file and not its rows. */
final class OpeningUpload {

    private OpeningUpload() {}

    /** Refuses what cannot even be opened as a spreadsheet. */
    static void requireSpreadsheet(Upload upload, SpreadsheetLimits limits) {
        try {
            Spreadsheets.open(SpreadsheetSource.of(upload.content()), limits).close();
        } catch (UnreadableSpreadsheet e) {
            throw new RosterRefusal.UnreadableFile(e);
        }
    }
}
