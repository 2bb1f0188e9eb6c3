package tw.ecard.kit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A link of the chain: SHA-256 over the link before and the texts of an entry, each with its length before it (four bytes,
 * highest first; −1 and nothing else for an absent text) in UTF-8. Whoever keeps a link elsewhere can tell later whether
 * anything up to it was changed.
 */
final class AuditHash {

    /** What stands before the first entry. */
    static final AuditHash NONE = new AuditHash(new byte[32]);

    private final byte[] bytes;

    private AuditHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static AuditHash of(byte[] bytes) {
        return new AuditHash(bytes.clone());
    }

    /** The link of an entry with these texts, behind this one. */
    AuditHash then(String... texts) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        for (String text : texts) {
            if (text == null) {
                digest.update(length(-1));
            } else {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                digest.update(length(encoded.length));
                digest.update(encoded);
            }
        }
        return new AuditHash(digest.digest());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static byte[] length(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
