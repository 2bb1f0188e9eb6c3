package tw.ecard.registration.vault;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import tw.ecard.kit.sql.Sql;

/**
 * The key by which people are found again without their numbers being kept. It is no part of the master key, which may
 * change: who is known by hash alone can never be hashed anew. Hence also the fingerprint in the database: with another
 * key everybody would look unknown and get a second card, so the service does not start with one.
 */
@Startup
@ApplicationScoped
public class PersonKey {

    static final String PROPERTY = "ecard.protection.person-key";

    private static final int FINGERPRINT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final Sql sql;
    private final MasterKey secret;
    private final byte[] key;

    PersonKey(ProtectionConfig config, Sql sql) {
        this.sql = sql;
        this.secret = MasterKey.require(PROPERTY, config.personKey());
        this.key = secret.derive("ecard person hashes", KEY_BYTES);
    }

    /** The first start notes which key it is; later ones compare. */
    @PostConstruct
    void mustBeTheFirstOne() {
        String fingerprint = HexFormat.of().formatHex(secret.derive("ecard person key fingerprint", FINGERPRINT_BYTES));
        sql.update("INSERT INTO person_key (fingerprint) VALUES (?) ON CONFLICT DO NOTHING", fingerprint);
        String first = sql.first(row -> row.getString(1), "SELECT fingerprint FROM person_key")
                .orElseThrow();
        if (!first.equals(fingerprint)) {
            throw new KeyNotUsable(
                    PROPERTY + " is not the key that the people in this database were hashed with. It can"
                            + " never be changed: configure the former one again");
        }
    }

    /** A new one, for one thread. */
    public PersonHasher hasher() {
        return new PersonHasher(key);
    }
}
