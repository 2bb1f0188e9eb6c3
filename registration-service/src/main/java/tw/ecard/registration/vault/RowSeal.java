package tw.ecard.registration.vault;

import com.google.crypto.tink.Aead;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Seals one row of a roster, bound to its roster and its row: it opens in no other place. Without a proxy: called for every row. */
@Singleton
public class RowSeal {

    private final Aead cipher;

    RowSeal(VaultKeys keys) {
        this.cipher = keys.cipherFor(Purpose.ROWS);
    }

    /** Encrypts the row; the same row sealed twice gives different bytes. */
    public byte[] seal(UUID rosterId, int row, byte[] plain) {
        try {
            return cipher.encrypt(plain, place(rosterId, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a row could not be sealed", e);
        }
    }

    /** Decrypts the row; throws {@link SealBroken} unless it was sealed for this very place. */
    public byte[] open(UUID rosterId, int row, byte[] sealed) {
        try {
            return cipher.decrypt(sealed, place(rosterId, row));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("row " + row + " of roster " + rosterId, e);
        }
    }

    private static byte[] place(UUID rosterId, int row) {
        return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(rosterId.getMostSignificantBits())
                .putLong(rosterId.getLeastSignificantBits())
                .putInt(row)
                .array();
    }
}
