package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * What the bytes of a text file stand for: what a byte order mark says; else UTF-8 if the whole file is; else Big5 as
 * Windows writes it, with the characters that schools made themselves in the private use area.
 *
 * @param skipped bytes of the mark
 */
record CsvEncoding(Charset charset, int skipped) {

    private static final Charset BIG5 = Charset.forName("MS950");
    private static final int BUFFER = 1 << 14;

    /** This much valid UTF-8 does not come about in Big5: what follows is broken, and would be gibberish as Big5. */
    private static final int ENOUGH_OF_UTF_8 = 8;

    static CsvEncoding of(SourceChannel channel, Deadline deadline) {
        CsvEncoding marked = byMark(channel.peek(0, 3));
        if (marked != null) {
            return marked;
        }
        return isUtf8(channel, deadline) ? new CsvEncoding(StandardCharsets.UTF_8, 0) : new CsvEncoding(BIG5, 0);
    }

    /** The encoding that a mark at the start of a file names, null where there is none. */
    static CsvEncoding byMark(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new CsvEncoding(StandardCharsets.UTF_8, 3);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    private static boolean isUtf8(SourceChannel channel, Deadline deadline) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long before = 0;
        long saved = 0;
        channel.position(0);
        while (true) {
            deadline.check();
            boolean end = channel.read(bytes) < 0;
            bytes.flip();
            CoderResult result = decoder.decode(bytes, chars.clear(), end);
            before += bytes.position();
            // Bytes that became no character of their own: two of every Han character.
            saved += bytes.position() - chars.position();
            if (result.isError()) {
                if (saved < 2 * ENOUGH_OF_UTF_8) {
                    return false;
                }
                throw undecodable(before, channel.size());
            }
            if (end) {
                return true;
            }
            bytes.compact();
        }
    }

    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static UnreadableSpreadsheet undecodable(long at, long size) {
        return at > 0 && size - at < 4
                ? new UnreadableSpreadsheet(Reason.TRUNCATED, "the text ends within a character")
                : new UnreadableSpreadsheet(Reason.UNKNOWN_ENCODING, "bytes that are no text");
    }
}
