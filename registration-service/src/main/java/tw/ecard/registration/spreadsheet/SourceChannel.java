package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * The source's channel, read in aligned windows because a zip's directory is read in crumbs. A failing source leaves
 * unchecked, so that nothing on the way takes it for a fault of the file. While the directory is read a budget keeps
 * one of millions of entries out of memory.
 */
final class SourceChannel implements SeekableByteChannel {

    private static final int WINDOW = 1 << 16;

    private final SeekableByteChannel source;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long windowStart = -1;
    private long position;
    private long budget = Long.MAX_VALUE;

    private SourceChannel(SeekableByteChannel source, long size) {
        this.source = source;
        this.size = size;
    }

    static SourceChannel open(SpreadsheetSource source) {
        try {
            SeekableByteChannel channel = source.open();
            return new SourceChannel(channel, channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void limitReading(long bytes) {
        budget = bytes;
    }

    /** Up to {@code length} bytes from {@code start}, fewer at the end of the file. */
    byte[] peek(long start, int length) {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size - start))];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        position = start;
        while (into.hasRemaining() && read(into) > 0) {
            // read until full
        }
        return bytes;
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= size) {
            return target.hasRemaining() ? -1 : 0;
        }
        if (windowStart < 0 || position < windowStart || position >= windowStart + window.limit()) {
            fill(position - position % WINDOW);
        }
        int offset = (int) (position - windowStart);
        int count = Math.min(target.remaining(), window.limit() - offset);
        if (count <= 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        target.put(window.array(), offset, count);
        position += count;
        budget -= count;
        if (budget < 0) {
            throw UnreadableSpreadsheet.suspicious("a zip directory too large for a workbook");
        }
        return count;
    }

    private void fill(long start) {
        try {
            windowStart = -1;
            window.clear().limit((int) Math.min(WINDOW, size - start));
            source.position(start);
            while (window.hasRemaining()) {
                if (source.read(window) < 0) {
                    throw new IOException("the source ended before the size it gave");
                }
            }
            window.flip();
            windowStart = start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw UnreadableSpreadsheet.damaged("an offset before the start of the file");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
