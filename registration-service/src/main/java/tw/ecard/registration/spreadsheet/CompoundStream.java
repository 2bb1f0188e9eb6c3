package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** One stream of a compound file: pieces of one size that lie anywhere in it, in the order of the stream. */
final class CompoundStream {

    /** Places are counted in units of 64 bytes, so that an int reaches any of them. */
    static final int UNIT_SHIFT = 6;

    private final SourceChannel channel;
    private final int[] places;
    private final int pieceShift;
    private final long size;

    CompoundStream(SourceChannel channel, int[] places, int pieceShift, long size) {
        this.channel = channel;
        this.places = places;
        this.pieceShift = pieceShift;
        this.size = size;
    }

    long size() {
        return size;
    }

    /** The place in the file of a unit of this stream. */
    int place(int unit) {
        int unitsPerPiece = pieceShift - UNIT_SHIFT;
        return places[unit >> unitsPerPiece] + (unit & (1 << unitsPerPiece) - 1);
    }

    /** Fills the target from a position on, as far as it and the stream go; gives the number of bytes. */
    int read(long from, ByteBuffer target) {
        int start = target.position();
        long position = from;
        while (target.hasRemaining() && position < size) {
            int within = (int) (position & (1L << pieceShift) - 1);
            int count = (int) Math.min(Math.min((1 << pieceShift) - within, size - position), target.remaining());
            int end = target.limit();
            target.limit(target.position() + count);
            channel.position(((long) places[(int) (position >> pieceShift)] << UNIT_SHIFT) + within);
            while (target.hasRemaining()) {
                if (channel.read(target) < 0) {
                    throw new UnreadableSpreadsheet(Reason.TRUNCATED, "a stream beyond the end of the file");
                }
            }
            target.limit(end);
            position += count;
        }
        return target.position() - start;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        read(0, bytes);
        return bytes.array();
    }

    int littleEndianInt(long from) {
        ByteBuffer bytes = ByteBuffer.allocate(4);
        read(from, bytes);
        return Integer.reverseBytes(bytes.getInt(0));
    }
}
