package tw.ecard.systemtests.stack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Tokens of the identities that the local realm knows, by the grants that their owners use. */
public final class Identities {

    /** Well below the realm's lifespan of a token. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final String realmUrl;
    private final Map<String, Kept> tokens = new ConcurrentHashMap<>();

    public Identities(String realmUrl) {
        this.realmUrl = realmUrl;
    }

    /** The token of a client whose secret is its name and {@code -secret}, as all in the local realm. */
    public String client(String name) {
        return fresh(name, () -> clientToken(realmUrl, name, name + "-secret"));
    }

    /** The token of a user whose password is the name. */
    public String user(String name) {
        return fresh(
                name,
                () -> token(
                        realmUrl,
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "ecard-cli",
                                "username",
                                name,
                                "password",
                                name)));
    }

    static String clientToken(String realmUrl, String client, String secret) {
        return token(
                realmUrl, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    static String token(String realmUrl, Map<String, String> form) {
        return Call.post(realmUrl + "/protocol/openid-connect/token")
                .form(new LinkedHashMap<>(form))
                .send()
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    private String fresh(String name, Supplier<String> fetch) {
        return tokens.compute(name, (key, kept) -> kept == null || kept.isOld() ? new Kept(fetch.get()) : kept)
                .token();
    }

    private record Kept(String token, long since) {

        Kept(String token) {
            this(token, System.nanoTime());
        }

        boolean isOld() {
            return System.nanoTime() - since > KEPT.toNanos();
        }
    }
}
