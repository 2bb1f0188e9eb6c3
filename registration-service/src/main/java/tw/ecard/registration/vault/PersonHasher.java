package tw.ecard.registration.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes hashes one after the other, some million a second; for one thread. */
public final class PersonHasher {

    private static final String HMAC = "HmacSHA256";

    private final Mac mac;

    public PersonHasher(byte[] key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256 on this platform", e);
        }
    }

    /** The first half of HMAC-SHA-256 over the number's characters. */
    public PersonHash hash(String nationalId) {
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(nationalId.getBytes(StandardCharsets.US_ASCII)));
        return new PersonHash(hash.getLong(), hash.getLong());
    }
}
