package tw.ecard.registration.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The ciphers for each purpose: the master key seals and opens, retired keys open what they sealed once. */
@Startup
@ApplicationScoped
class VaultKeys {

    private static final String MASTER = "ecard.protection.master-key";
    private static final String RETIRED = "ecard.protection.retired-keys";

    private final Map<Purpose, Aead> ciphers = new EnumMap<>(Purpose.class);

    VaultKeys(ProtectionConfig config) {
        MasterKey present = MasterKey.require(MASTER, config.masterKey());
        List<MasterKey> retired = new ArrayList<>();
        for (String key : config.retiredKeys().orElse(List.of())) {
            retired.add(MasterKey.parse(RETIRED + "[" + retired.size() + "]", key));
        }
        for (Purpose purpose : Purpose.values()) {
            ciphers.put(purpose, cipher(purpose, present, retired));
        }
    }

    Aead cipherFor(Purpose purpose) {
        return ciphers.get(purpose);
    }

    private static Aead cipher(Purpose purpose, MasterKey present, List<MasterKey> retired) {
        try {
            KeysetHandle.Builder keys = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(present.keyFor(purpose)).makePrimary());
            for (MasterKey key : retired) {
                keys.addEntry(KeysetHandle.importKey(key.keyFor(purpose)));
            }
            return keys.build().getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new KeyNotUsable("the keys of ecard.protection cannot be used together: is one listed twice?");
        }
    }
}
