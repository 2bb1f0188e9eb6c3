package tw.ecard.registration.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** One configured secret, from which a key for each purpose is derived (HKDF, RFC 5869). */
final class MasterKey {

    private static final int SIZE = 32;
    private static final String HASH = "HmacSha256";
    private static final byte[] NO_SALT = new byte[0];

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /** Reads the secret that has to be there; the message names the property, and never the value. */
    static MasterKey require(String property, Optional<String> base64) {
        String environment = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return parse(
                property,
                base64.orElseThrow(() -> new KeyNotUsable(property + " (environment " + environment + ") is not set; "
                        + "make a key with: openssl rand -base64 32")));
    }

    /** Reads the secret; the message names the property, and never the value. */
    static MasterKey parse(String property, String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new KeyNotUsable(property + " is not base64; make a key with: openssl rand -base64 32");
        }
        if (secret.length != SIZE) {
            throw new KeyNotUsable(property + " has " + secret.length + " bytes instead of " + SIZE
                    + "; make a key with: openssl rand -base64 32");
        }
        return new MasterKey(secret);
    }

    /** Names the key in what it seals; derived, so that it is the same on every replica and tells nothing. */
    int id() {
        return ByteBuffer.wrap(derive("ecard key id", Integer.BYTES)).getInt();
    }

    /** AES-256-GCM under the purpose's own key, with the key's id before each ciphertext. */
    AesGcmKey keyFor(Purpose purpose) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(SIZE)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
            return AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(derive(purpose.label(), SIZE), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(id())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-GCM on this platform", e);
        }
    }

    /** A key of its own for what the label says. */
    byte[] derive(String label, int size) {
        try {
            return Hkdf.computeHkdf(HASH, secret, NO_SALT, label.getBytes(StandardCharsets.US_ASCII), size);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256 on this platform", e);
        }
    }
}
