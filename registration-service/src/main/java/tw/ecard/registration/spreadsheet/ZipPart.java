package tw.ecard.registration.spreadsheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** One inflated part of a zip. It reports every byte to the guard and, at its end, compares the checksum. */
final class ZipPart extends InputStream {

    /** Most bytes that a parser may take in before it has made something of them: it holds them all. */
    private static final int MAX_PIECE = 1 << 20;

    private final InputStream raw;
    private final Inflater inflater;
    private final long compressedSize;
    private final long expectedCrc;
    private final ZipGuard guard;
    private final CRC32 crc = new CRC32();
    private final byte[] input;
    private final byte[] single = new byte[1];
    private long inflated;
    private long pieceStart;
    private long counted;
    private long stored;
    private long most = Long.MAX_VALUE;
    private boolean ended;

    ZipPart(InputStream raw, boolean deflated, long compressedSize, long expectedCrc, ZipGuard guard) {
        this.raw = raw;
        this.inflater = deflated ? new Inflater(true) : null;
        this.input = new byte[deflated ? 1 << 14 : 0];
        this.compressedSize = compressedSize;
        this.expectedCrc = expectedCrc;
        this.guard = guard;
    }

    @Override
    public int read() {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int count = unpack(target, offset, length);
        if (count < 0) {
            ended = true;
            if (expectedCrc >= 0 && crc.getValue() != expectedCrc) {
                throw UnreadableSpreadsheet.damaged("a checksum that does not fit");
            }
            return -1;
        }
        crc.update(target, offset, count);
        inflated += count;
        if (inflated - pieceStart > MAX_PIECE) {
            throw UnreadableSpreadsheet.suspicious("a comment, name or tag without end");
        }
        if (inflated > most) {
            throw UnreadableSpreadsheet.suspicious("a list of parts without end");
        }
        long compressed = compressedRead();
        guard.count(count, compressed - counted, inflated, compressed);
        counted = compressed;
        return count;
    }

    /** Refuses to give more than so many bytes. */
    ZipPart atMost(long bytes) {
        most = bytes;
        return this;
    }

    /** Says that whatever was read so far has been made something of. */
    void startPiece() {
        pieceStart = inflated;
    }

    private int unpack(byte[] target, int offset, int length) {
        try {
            return inflater == null ? copy(target, offset, length) : inflate(target, offset, length);
        } catch (EOFException e) {
            throw new UnreadableSpreadsheet(Reason.TRUNCATED, "a part that breaks off", e);
        } catch (IOException | DataFormatException e) {
            throw new UnreadableSpreadsheet(Reason.DAMAGED, "a part that cannot be unpacked", e);
        }
    }

    private int copy(byte[] target, int offset, int length) throws IOException {
        int count = raw.read(target, offset, length);
        stored += Math.max(0, count);
        if (count < 0 && stored < compressedSize) {
            throw new EOFException();
        }
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException, DataFormatException {
        while (true) {
            int count = inflater.inflate(target, offset, length);
            if (count > 0) {
                return count;
            }
            if (inflater.finished()) {
                return -1;
            }
            if (inflater.needsDictionary()) {
                throw new DataFormatException("a preset dictionary");
            }
            int read = raw.read(input, 0, input.length);
            if (read < 0) {
                throw new EOFException();
            }
            inflater.setInput(input, 0, read);
        }
    }

    private long compressedRead() {
        return inflater == null ? stored : inflater.getBytesRead();
    }

    double fractionRead() {
        return ended || compressedSize <= 0 ? 1 : Math.min(1, (double) compressedRead() / compressedSize);
    }

    /** Reads to the end, which is where the checksum is compared. */
    void drain() {
        byte[] rest = new byte[1 << 13];
        do {
            // Only the checksum matters.
            startPiece();
        } while (read(rest, 0, rest.length) >= 0);
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
        ended = true;
    }
}
