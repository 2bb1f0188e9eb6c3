package tw.ecard.registration.roster;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import tw.ecard.registration.roster.check.RosterProblem;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/**
 * 讀者資料檔: a file of readers and what became of it.
 *
 * @param format null until it is recognised
 * @param rowsRead rows with content read so far
 * @param rowsTotal rows in all: guessed while it is read, exact afterwards, null before
 * @param accepted readers held by it; 0 unless it was accepted
 * @param wrongRows rows with at least one error
 * @param finishedAt null while it waits or is checked
 * @param problem why the file was returned as a whole; null where it was not
 */
public record Roster(
        UUID id,
        UUID applicationId,
        RosterStatus status,
        SpreadsheetFormat format,
        String fileName,
        int rowsRead,
        Integer rowsTotal,
        int accepted,
        int wrongRows,
        long errorCount,
        long warningCount,
        Instant receivedAt,
        Instant finishedAt,
        RosterProblem problem) {

    /** Whether a progress bar would look the same. */
    boolean hasSameProgress(Roster other) {
        return status == other.status && rowsRead == other.rowsRead && Objects.equals(rowsTotal, other.rowsTotal);
    }

    /** Whether every row was checked, so that its errors can be compared with those of another file. */
    boolean isReadToItsEnd() {
        return problem == null && status.isFinished() && status != RosterStatus.CANCELLED;
    }
}
