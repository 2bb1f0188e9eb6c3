package tw.ecard.registration.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultKeysTest {

    private static final String FIRST = key(1);
    private static final String SECOND = key(2);
    private static final UUID ROSTER = UUID.fromString("6f0d9a53-58b6-4d1c-9c0b-2d8a4f0c7e11");
    private static final byte[] PLAIN = "A123456789".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_sealed_row_opens_in_its_place() {
        RowSeal seal = rows(FIRST);

        assertThat(seal.open(ROSTER, 2, seal.seal(ROSTER, 2, PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void a_sealed_row_opens_in_no_other_row_and_no_other_roster() {
        RowSeal seal = rows(FIRST);
        byte[] sealed = seal.seal(ROSTER, 2, PLAIN);

        assertThatThrownBy(() -> seal.open(ROSTER, 3, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> seal.open(UUID.randomUUID(), 2, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_sealed_row_shows_nothing_and_never_looks_the_same_twice() {
        RowSeal seal = rows(FIRST);
        byte[] sealed = seal.seal(ROSTER, 2, PLAIN);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("A123456789");
        assertThat(sealed).isNotEqualTo(seal.seal(ROSTER, 2, PLAIN));
    }

    @Test
    void a_changed_byte_is_noticed() {
        RowSeal seal = rows(FIRST);
        byte[] sealed = seal.seal(ROSTER, 2, PLAIN);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open(ROSTER, 2, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void what_a_retired_key_sealed_still_opens_and_new_rows_use_the_master_key() {
        byte[] old = rows(FIRST).seal(ROSTER, 2, PLAIN);
        RowSeal rotated = rows(SECOND, FIRST);

        assertThat(rotated.open(ROSTER, 2, old)).isEqualTo(PLAIN);
        assertThat(rows(SECOND).open(ROSTER, 2, rotated.seal(ROSTER, 2, PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void what_an_unknown_key_sealed_does_not_open() {
        byte[] old = rows(FIRST).seal(ROSTER, 2, PLAIN);

        assertThatThrownBy(() -> rows(SECOND).open(ROSTER, 2, old)).isInstanceOf(SealBroken.class);
    }

    @Test
    void each_purpose_has_a_key_of_its_own() throws Exception {
        VaultKeys keys = keys(FIRST);
        byte[] sealed = keys.cipherFor(Purpose.ROWS).encrypt(PLAIN, new byte[0]);

        assertThatThrownBy(() -> keys.cipherFor(Purpose.FILES).decrypt(sealed, new byte[0]))
                .hasMessageContaining("decryption failed");
    }

    @Test
    void a_missing_key_says_which_setting_to_make_and_how() {
        assertThatThrownBy(() -> new VaultKeys(config(Optional.empty(), List.of())))
                .hasMessageContaining("ECARD_PROTECTION_MASTER_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void a_short_key_or_one_that_is_no_base64_is_refused_without_being_shown() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> keys(shortKey))
                .hasMessageContaining("16 bytes")
                .hasMessageNotContaining(shortKey);
        assertThatThrownBy(() -> keys(FIRST, "not-base64!"))
                .hasMessageContaining("ecard.protection.retired-keys[0]")
                .hasMessageNotContaining("not-base64!");
    }

    @Test
    void a_key_listed_twice_is_refused() {
        assertThatThrownBy(() -> keys(FIRST, FIRST)).isInstanceOf(KeyNotUsable.class);
    }

    private static RowSeal rows(String master, String... retired) {
        return new RowSeal(keys(master, retired));
    }

    private static VaultKeys keys(String master, String... retired) {
        return new VaultKeys(config(Optional.of(master), List.of(retired)));
    }

    private static ProtectionConfig config(Optional<String> master, List<String> retired) {
        return new ProtectionConfig() {
            @Override
            public Optional<String> masterKey() {
                return master;
            }

            @Override
            public Optional<List<String>> retiredKeys() {
                return retired.isEmpty() ? Optional.empty() : Optional.of(retired);
            }

            @Override
            public Optional<String> personKey() {
                return Optional.empty();
            }
        };
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        new java.util.Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
