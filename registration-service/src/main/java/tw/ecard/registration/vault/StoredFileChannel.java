package tw.ecard.registration.vault;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a stored file at any position, fetching chunks as they are needed and keeping the last few. */
final class StoredFileChannel implements SeekableByteChannel {

    private static final int KEPT = 4;

    private final long size;
    private final int chunks;
    private final ChunkSource source;
    private final Map<Integer, byte[]> kept = new LinkedHashMap<>(2 * KEPT, 0.75f, true);
    private long position;
    private boolean open = true;

    StoredFileChannel(long size, int chunks, ChunkSource source) {
        this.size = size;
        this.chunks = chunks;
        this.source = source;
    }

    /** Gives the plain bytes of a chunk. */
    @FunctionalInterface
    interface ChunkSource {
        byte[] chunk(int number, boolean last);
    }

    @Override
    public int read(ByteBuffer target) throws ClosedChannelException {
        mustBeOpen();
        if (position >= size) {
            return -1;
        }
        int read = 0;
        while (target.hasRemaining() && position < size) {
            byte[] chunk = chunk((int) (position / FileVault.CHUNK));
            int offset = (int) (position % FileVault.CHUNK);
            int count = Math.min(target.remaining(), chunk.length - offset);
            if (count <= 0) {
                throw new SealBroken("a file shorter than its recorded size", null);
            }
            target.put(chunk, offset, count);
            position += count;
            read += count;
        }
        return read;
    }

    private byte[] chunk(int number) {
        byte[] chunk = kept.get(number);
        if (chunk == null) {
            chunk = source.chunk(number, number == chunks - 1);
            if (kept.size() >= KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(number, chunk);
        }
        return chunk;
    }

    @Override
    public long position() throws ClosedChannelException {
        mustBeOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws ClosedChannelException {
        mustBeOpen();
        if (newPosition < 0) {
            throw new IllegalArgumentException("a position before the first byte");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws ClosedChannelException {
        mustBeOpen();
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        kept.clear();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    private void mustBeOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }
}
