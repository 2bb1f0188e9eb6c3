package tw.ecard.registration.spreadsheet;

import java.time.Duration;

/**
 * How much of a file is read before it is refused. Every limit is met by real files many times over; a file beyond one
 * is a mistake or an attack.
 *
 * @param maxFileBytes size of the file as uploaded
 * @param maxUnpackedBytes bytes that come out of the zip's parts that are read, counted while inflating
 * @param maxRows data rows, that is rows below a header row in the first line
 * @param maxColumns columns with content
 * @param maxCellCharacters characters of a cell that are kept; a longer one is marked {@link Cell#cut()}
 * @param maxParts entries of the zip
 * @param maxCompressionRatio inflated to compressed bytes of one part, looked at above 10 MB inflated
 * @param maxSharedTextBytes texts that a workbook keeps apart from its rows: beyond some MiB they wait on disk, encrypted
 * @param deadline time a file may take in all, consumers of its rows included
 */
public record SpreadsheetLimits(
        long maxFileBytes,
        long maxUnpackedBytes,
        int maxRows,
        int maxColumns,
        int maxCellCharacters,
        int maxParts,
        int maxCompressionRatio,
        long maxSharedTextBytes,
        Duration deadline) {

    private static final long MIB = 1 << 20;

    public static final SpreadsheetLimits DEFAULT = new SpreadsheetLimits(
            128 * MIB, 2048 * MIB, 1_048_575, 100, 1_000, 1_000, 200, 512 * MIB, Duration.ofMinutes(10));

    /** The same with another deadline. */
    public SpreadsheetLimits within(Duration otherDeadline) {
        return new SpreadsheetLimits(
                maxFileBytes,
                maxUnpackedBytes,
                maxRows,
                maxColumns,
                maxCellCharacters,
                maxParts,
                maxCompressionRatio,
                maxSharedTextBytes,
                otherDeadline);
    }

    /** The same with room for a column that is not the file's own. */
    public SpreadsheetLimits withOneColumnMore() {
        return new SpreadsheetLimits(
                maxFileBytes,
                maxUnpackedBytes,
                maxRows,
                maxColumns + 1,
                maxCellCharacters,
                maxParts,
                maxCompressionRatio,
                maxSharedTextBytes,
                deadline);
    }

    public SpreadsheetLimits {
        if (maxRows < 1 || maxColumns < 1 || maxCellCharacters < 1 || maxParts < 1 || maxCompressionRatio < 1) {
            throw new IllegalArgumentException("a limit below 1 lets no file in");
        }
    }
}
