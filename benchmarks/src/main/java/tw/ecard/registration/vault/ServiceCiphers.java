package tw.ecard.registration.vault;

import java.util.List;
import java.util.Optional;

/**
 * The service's ciphers outside of the service: what peers store is sealed and hashed by the same code, and what either
 * stored can be opened and compared. In this package because nobody else may make them.
 */
public final class ServiceCiphers {

    private ServiceCiphers() {}

    public static RowSeal rowSeal(String key) {
        return new RowSeal(new VaultKeys(config(key)));
    }

    /** For one thread. */
    public static PersonHasher personHasher(String key) {
        return new PersonKey(config(key), null).hasher();
    }

    private static ProtectionConfig config(String key) {
        return new ProtectionConfig() {
            @Override
            public Optional<String> masterKey() {
                return Optional.of(key);
            }

            @Override
            public Optional<List<String>> retiredKeys() {
                return Optional.empty();
            }

            @Override
            public Optional<String> personKey() {
                return Optional.of(key);
            }
        };
    }
}
