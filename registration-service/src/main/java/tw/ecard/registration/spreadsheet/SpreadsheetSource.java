package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Where the bytes of a spreadsheet are. A roster is stored encrypted and in pieces, so a source gives random access
 * and no file: the reader asks for aligned windows of 64 KiB, the last ones first (a zip's directory stands at its
 * end), then almost only ascending. A source that fails is not a bad spreadsheet: its {@link IOException} comes out of
 * the reader as {@link java.io.UncheckedIOException}.
 */
@FunctionalInterface
public interface SpreadsheetSource {

    /** A channel of the whole file, with its true {@link SeekableByteChannel#size() size}; the reader closes it. */
    SeekableByteChannel open() throws IOException;

    static SpreadsheetSource of(byte[] bytes) {
        return () -> new SeekableInMemoryByteChannel(bytes);
    }

    static SpreadsheetSource of(Path file) {
        return () -> Files.newByteChannel(file);
    }
}
