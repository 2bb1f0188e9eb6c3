package tw.ecard.registration.spreadsheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Pages on disk for as long as they are needed. They hold people's data, so each is encrypted with a key that exists in
 * this object alone, and the file has no name any more once it is open: what a killed process leaves behind is noise
 * that the system frees.
 */
final class SealedPageFile implements AutoCloseable {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BITS = 256;
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private final FileChannel channel;
    private final SecretKey key;
    private final Cipher cipher;
    private final int sealedSize;

    private SealedPageFile(FileChannel channel, int pageSize) throws GeneralSecurityException {
        this.channel = channel;
        this.sealedSize = pageSize + TAG_BYTES;
        this.cipher = Cipher.getInstance(CIPHER);
        KeyGenerator keys = KeyGenerator.getInstance("AES");
        keys.init(KEY_BITS);
        this.key = keys.generateKey();
    }

    /** An empty one in the directory for temporary files; all its pages have this size, in bytes. */
    static SealedPageFile create(int pageSize) {
        try {
            Path file = Files.createTempFile("ecard-texts-", ".sealed");
            return new SealedPageFile(
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    pageSize);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** Writes a page; each number once, since the number is the nonce. */
    void write(int number, byte[] page) {
        ByteBuffer sealed = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, number, page));
        try {
            long position = position(number);
            while (sealed.hasRemaining()) {
                position += channel.write(sealed, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(int number) {
        ByteBuffer sealed = ByteBuffer.allocate(sealedSize);
        try {
            long position = position(number);
            while (sealed.hasRemaining()) {
                int read = channel.read(sealed, position + sealed.position());
                if (read < 0) {
                    throw new EOFException("page " + number + " is not there");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crypt(Cipher.DECRYPT_MODE, number, sealed.array());
    }

    private long position(int number) {
        return (long) number * sealedSize;
    }

    private byte[] crypt(int mode, int number, byte[] page) {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(number).array();
        try {
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            return cipher.doFinal(page);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("page " + number + " of a temporary file is not what was written", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
