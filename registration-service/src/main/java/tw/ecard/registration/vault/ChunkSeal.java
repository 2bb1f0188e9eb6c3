package tw.ecard.registration.vault;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals the chunks of a file, each bound to the file, to its number and to being the last or not: chunks can neither be
 * exchanged nor cut off without being noticed.
 */
@ApplicationScoped
class ChunkSeal {

    private final Aead cipher;

    ChunkSeal(VaultKeys keys) {
        this.cipher = keys.cipherFor(Purpose.FILES);
    }

    byte[] seal(UUID file, int number, boolean last, byte[] plain) {
        try {
            return cipher.encrypt(plain, place(file, number, last));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk could not be sealed", e);
        }
    }

    byte[] open(UUID file, int number, boolean last, byte[] sealed) {
        try {
            return cipher.decrypt(sealed, place(file, number, last));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("chunk " + number + " of file " + file, e);
        }
    }

    private static byte[] place(UUID file, int number, boolean last) {
        return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + 1)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
