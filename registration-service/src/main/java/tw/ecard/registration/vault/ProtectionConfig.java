package tw.ecard.registration.vault;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The keys that protect people's data at rest; they come from the environment or a mounted file. */
@ConfigMapping(prefix = "ecard.protection")
interface ProtectionConfig {

    /** 32 random bytes in base64, as {@code openssl rand -base64 32} makes them; everything new is sealed with it. */
    Optional<String> masterKey();

    /** Former master keys: what was sealed with them still opens. */
    Optional<List<String>> retiredKeys();

    /** 32 random bytes in base64, for the hashes by which people are found again; it can never be changed. */
    Optional<String> personKey();
}
