package tw.ecard.registration.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import tw.ecard.kit.sql.Sql;

/**
 * Files in the database, encrypted in chunks: no size is held in memory and none is ever written plain. Storing and
 * deleting belong to the running transaction; reading uses short transactions of its own, so that it also works beside
 * a transaction whose connection is busy, and sees committed files only.
 */
@ApplicationScoped
public class FileVault {

    /** Small enough that a small heap's collector does not treat chunks as giants, large enough to be one fetch. */
    static final int CHUNK = 256 * 1024;

    private final Sql sql;
    private final ChunkSeal seal;
    private final Clock clock;

    FileVault(Sql sql, ChunkSeal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Stores what the stream gives, to its end; the caller closes the stream. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredFile store(InputStream content) throws IOException {
        UUID id = UUID.randomUUID();
        DigestInputStream digested = new DigestInputStream(content, sha256());
        long size = 0;
        int number = 0;
        byte[] chunk = digested.readNBytes(CHUNK);
        boolean last;
        do {
            byte[] next = digested.readNBytes(CHUNK);
            last = next.length == 0;
            sql.update(
                    "INSERT INTO stored_file_chunk (file_id, number, content) VALUES (?, ?, ?)",
                    id,
                    number,
                    seal.seal(id, number, last, chunk));
            size += chunk.length;
            number++;
            chunk = next;
        } while (!last);
        String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        sql.update(
                "INSERT INTO stored_file (id, size, sha256, chunks, stored_at) VALUES (?, ?, ?, ?, ?)",
                id,
                size,
                sha256,
                number,
                clock.instant());
        return new StoredFile(id, size, sha256);
    }

    /** The plain bytes from the first to the last; a change in the database ends the stream with {@link SealBroken}. */
    public InputStream open(UUID id) {
        return Channels.newInputStream(openChannel(id));
    }

    /** The plain bytes at any position. */
    public SeekableByteChannel openChannel(UUID id) {
        return ownTransaction(() -> sql.first(
                        row -> new StoredFileChannel(
                                row.getLong("size"), row.getInt("chunks"), (number, last) -> chunk(id, number, last)),
                        "SELECT size, chunks FROM stored_file WHERE id = ?",
                        id))
                .orElseThrow(() -> new NoSuchElementException("no file " + id));
    }

    /** Forgets the file. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delete(UUID id) {
        sql.update("DELETE FROM stored_file WHERE id = ?", id);
    }

    private byte[] chunk(UUID id, int number, boolean last) {
        byte[] sealed = ownTransaction(() -> sql.first(
                        row -> row.getBytes("content"),
                        "SELECT content FROM stored_file_chunk WHERE file_id = ? AND number = ?",
                        id,
                        number))
                .orElseThrow(() -> new NoSuchElementException("chunk " + number + " of file " + id + " is gone"));
        return seal.open(id, number, last, sealed);
    }

    private static <T> T ownTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
