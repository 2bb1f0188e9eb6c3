package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** The characters of a text file, one after the other. Bytes that stand for none refuse the file. */
final class CsvCharacters {

    static final int END = -1;

    private static final int BUFFER = 1 << 14;

    private final SourceChannel channel;
    private final Deadline deadline;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final char[] chars = new char[BUFFER];
    private final CharBuffer target = CharBuffer.wrap(chars);
    private long bytesDecoded;
    private int next;
    private int limit;
    private boolean ended;

    CsvCharacters(SourceChannel channel, CsvEncoding encoding, Deadline deadline) {
        this.channel = channel;
        this.deadline = deadline;
        this.decoder = encoding.decoder();
        this.bytesDecoded = encoding.skipped();
        channel.position(bytesDecoded);
        bytes.flip();
    }

    /** The next character, {@link #END} when there is none. */
    int read() {
        return next < limit || fill() ? chars[next++] : END;
    }

    /** The character that {@link #read()} will give. */
    int peek() {
        return next < limit || fill() ? chars[next] : END;
    }

    private boolean fill() {
        next = 0;
        limit = 0;
        while (limit == 0 && !ended) {
            deadline.check();
            bytes.compact();
            boolean last = channel.read(bytes) < 0;
            bytes.flip();
            CoderResult result = decoder.decode(bytes, target.clear(), last);
            bytesDecoded += bytes.position();
            limit = target.position();
            if (result.isError() && limit == 0) {
                throw CsvEncoding.undecodable(bytesDecoded, channel.size());
            }
            ended = last && result.isUnderflow();
        }
        return limit > 0;
    }

    double fractionRead() {
        return channel.size() == 0 ? 1 : (double) bytesDecoded / channel.size();
    }
}
