package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * The records of an xls, one held at a time [MS-XLS 2.1.4]. Reading goes on into the records that continue the present
 * one; reading beyond those refuses the file.
 */
final class BiffRecords {

    static final int BOF = 0x0809;
    static final int EOF = 0x000A;

    private static final int CONTINUE = 0x003C;
    private static final int HEADER = 4;
    private static final int MAX_DATA = 8224;
    private static final int NONE = -1;

    private final CompoundStream stream;
    private final Deadline deadline;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(1 << 15).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final byte[] data = new byte[MAX_DATA];
    private final ByteBuffer numbers = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    private long bufferEnd;
    private long budget;
    private int type = NONE;
    private int length;
    private int at;

    BiffRecords(CompoundStream stream, Deadline deadline) {
        this.stream = stream;
        this.deadline = deadline;
        // Every record is read once, but for the first few; sheets that share their records would be read many times.
        this.budget = 2 * stream.size() + MAX_DATA;
    }

    /** Goes to a position from which {@link #next()} reads. */
    void seek(long position) {
        if (position < 0 || position >= stream.size()) {
            throw UnreadableSpreadsheet.damaged("a sheet beyond the end");
        }
        bufferEnd = position;
        buffer.limit(0);
        type = NONE;
        length = 0;
        at = 0;
    }

    /** The position behind the present record. */
    long position() {
        return bufferEnd - buffer.remaining();
    }

    long size() {
        return stream.size();
    }

    /** Goes to the next record, which may be one that continues another. */
    void next() {
        if (!require(HEADER)) {
            throw new UnreadableSpreadsheet(Reason.TRUNCATED, "records without an end");
        }
        type = buffer.getShort() & 0xFFFF;
        length = buffer.getShort() & 0xFFFF;
        at = 0;
        if (length > MAX_DATA) {
            throw UnreadableSpreadsheet.damaged("a record that is too long");
        }
        if (!require(length)) {
            throw new UnreadableSpreadsheet(Reason.TRUNCATED, "a record cut short");
        }
        buffer.get(data, 0, length);
        budget -= HEADER + length;
        if (budget < 0) {
            throw UnreadableSpreadsheet.suspicious("records that are read again and again");
        }
    }

    private boolean require(int bytes) {
        if (buffer.remaining() >= bytes) {
            return true;
        }
        deadline.check();
        buffer.compact();
        bufferEnd += stream.read(bufferEnd, buffer);
        buffer.flip();
        return buffer.remaining() >= bytes;
    }

    int type() {
        return type;
    }

    /** Bytes of the present record that were not read yet, without those of its continuations. */
    int remaining() {
        return length - at;
    }

    /** Back to the start of the present record, which was not left for a continuation. */
    void again() {
        at = 0;
    }

    boolean isContinued() {
        return require(HEADER) && buffer.getShort(buffer.position()) == CONTINUE;
    }

    private void goOn() {
        if (!isContinued()) {
            throw UnreadableSpreadsheet.damaged("a record that is too short");
        }
        next();
    }

    int readByte() {
        while (at == length) {
            goOn();
        }
        return data[at++] & 0xFF;
    }

    int readShort() {
        if (length - at < 2) {
            return readByte() | readByte() << 8;
        }
        at += 2;
        return numbers.getShort(at - 2) & 0xFFFF;
    }

    int readInt() {
        if (length - at < 4) {
            return readShort() | readShort() << 16;
        }
        at += 4;
        return numbers.getInt(at - 4);
    }

    long readLong() {
        return readInt() & 0xFFFF_FFFFL | (long) readInt() << 32;
    }

    void skip(long bytes) {
        long left = bytes;
        while (left > 0) {
            while (at == length) {
                goOn();
            }
            int step = (int) Math.min(left, length - at);
            at += step;
            left -= step;
        }
    }

    /** Reads characters of one or two bytes each; a continuation says anew which of the two. */
    void readText(int characters, boolean wide, TextBuffer text) {
        int left = characters;
        boolean two = wide;
        while (left > 0) {
            while (at == length) {
                goOn();
                two = (readByte() & 1) != 0;
            }
            int count = Math.min(left, two ? length - at >> 1 : length - at);
            if (count == 0) {
                throw UnreadableSpreadsheet.damaged("half a character");
            }
            for (int i = 0; i < count; i++) {
                text.append((char) (two ? readShort() : data[at++] & 0xFF));
            }
            left -= count;
        }
    }
}
