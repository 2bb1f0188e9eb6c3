package tw.ecard.registration.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * A zip that was written to hurt is refused before it can. Sizes in the zip's headers are not believed: what is counted
 * is what really comes out of the inflater, over all parts together.
 */
final class ZipGuard implements Closeable {

    /** What reading a directory of {@code maxParts} entries with long names needs, and far below what hurts. */
    private static final long DIRECTORY_BUDGET = 1L << 20;

    /** Up to here everything may come out of nothing: small files compress better than any limit on ratios. */
    private static final long FREE_OF_RATIO = 10_000_000;

    private static final long MAX_LIST = 32L << 20;

    private final ZipFile zip;
    private final long fileSize;
    private final SpreadsheetLimits limits;
    private final Deadline deadline;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private long unpacked;
    private long compressed;
    private long handedOut;

    private ZipGuard(ZipFile zip, long fileSize, SpreadsheetLimits limits, Deadline deadline) {
        this.zip = zip;
        this.fileSize = fileSize;
        this.limits = limits;
        this.deadline = deadline;
    }

    static ZipGuard open(SourceChannel channel, SpreadsheetLimits limits, Deadline deadline) {
        channel.limitReading(DIRECTORY_BUDGET);
        ZipGuard guard = new ZipGuard(readDirectory(channel), channel.size(), limits, deadline);
        channel.limitReading(Long.MAX_VALUE);
        guard.admitParts();
        return guard;
    }

    private static ZipFile readDirectory(SourceChannel channel) {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .setMaxNumberOfDisks(1)
                    .get();
        } catch (UnreadableSpreadsheet | UncheckedIOException e) {
            throw e;
        } catch (IOException e) {
            // The directory is the last thing in a zip, so a file that was cut short lacks it.
            throw new UnreadableSpreadsheet(Reason.TRUNCATED, "no zip directory", e);
        } catch (RuntimeException e) {
            throw new UnreadableSpreadsheet(Reason.DAMAGED, "an impossible zip directory", e);
        }
    }

    private void admitParts() {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (parts.size() == limits.maxParts()) {
                throw UnreadableSpreadsheet.suspicious("more than " + limits.maxParts() + " parts");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableSpreadsheet(Reason.ENCRYPTED, "an encrypted zip entry");
            }
            if (parts.put(key(entry.getName()), entry) != null) {
                throw UnreadableSpreadsheet.suspicious("two parts of one name");
            }
        }
    }

    /** Part names are equal without regard to case (ECMA-376 part 2, 6.2.2.3). */
    private static String key(String name) {
        String path = name.replace('\\', '/');
        return (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** A part that tells of other parts: it is read while the sender of the file waits, and is small in any real one. */
    ZipPart list(String name) {
        return part(name).atMost(MAX_LIST);
    }

    ZipPart part(String name) {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            throw UnreadableSpreadsheet.damaged("a part that is named is missing");
        }
        int method = entry.getMethod();
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            throw UnreadableSpreadsheet.suspicious("a compression that no office program uses");
        }
        try {
            return new ZipPart(
                    zip.getRawInputStream(entry),
                    method == ZipEntry.DEFLATED,
                    entry.getCompressedSize(),
                    entry.getCrc(),
                    this);
        } catch (UnreadableSpreadsheet | UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableSpreadsheet(Reason.DAMAGED, "a part that cannot be found", e);
        }
    }

    /**
     * Counts what came out of a part, and the compressed bytes it came from; the sums are those of the part so far. All
     * parts together are held to the same ratio, also to that of the file: many parts may share the same bytes.
     */
    void count(int bytes, long compressedBytes, long fromPart, long compressedOfPart) {
        deadline.check();
        unpacked += bytes;
        compressed += compressedBytes;
        if (unpacked > limits.maxUnpackedBytes()) {
            throw new UnreadableSpreadsheet(
                    Reason.TOO_LARGE_UNPACKED,
                    "more than the limit came out of the zip",
                    Long.toString(limits.maxUnpackedBytes() >> 20));
        }
        requireRatio(fromPart, compressedOfPart);
        requireRatio(unpacked, Math.min(compressed, fileSize));
    }

    /**
     * Counts the characters of a row that is handed out. Formats can say that a row or a text stands there a million
     * times, which is one more way to compress.
     */
    void handOut(Row row) {
        deadline.check();
        handedOut += row.characters();
        requireRatio(handedOut, fileSize);
    }

    private void requireRatio(long large, long small) {
        if (large > FREE_OF_RATIO && large / limits.maxCompressionRatio() > small) {
            throw UnreadableSpreadsheet.suspicious("compressed more than " + limits.maxCompressionRatio() + " to 1");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
