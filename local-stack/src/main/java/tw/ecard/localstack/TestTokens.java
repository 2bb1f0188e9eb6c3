package tw.ecard.localstack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Access tokens like Keycloak's, signed with a key made for this process, for tests of a service alone: the service is
 * given {@link #publicKey()} to verify them by.
 */
public final class TestTokens {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final KeyPair KEYS = keys();

    private TestTokens() {}

    /** The key that verifies the tokens, as base64 of its X.509 form. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /** A token of a school or agency, issued at the given time. */
    public static String institution(String code, Instant now) {
        return signed("client-" + code, "institution", ",\"institution_code\":\"" + code + "\"", now);
    }

    /** A token of a user or client with one role, issued at the given time. */
    public static String of(String name, String role, Instant now) {
        return signed(name, role, "", now);
    }

    private static String signed(String name, String role, String moreClaims, Instant now) {
        String claims = """
                {"iss":"https://tests.invalid","aud":"ecard","jti":"%s","sub":"%s","azp":"tests","typ":"Bearer",\
                "preferred_username":"%s","iat":%d,"exp":%d,"realm_access":{"roles":["%s"]}%s}""".formatted(
                        UUID.randomUUID(),
                        name,
                        name,
                        now.getEpochSecond(),
                        now.plus(LIFE).getEpochSecond(),
                        role,
                        moreClaims);
        String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(content));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] signature(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
