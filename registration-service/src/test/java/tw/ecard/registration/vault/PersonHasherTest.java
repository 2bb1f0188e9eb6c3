package tw.ecard.registration.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PersonHasherTest {

    private static final byte[] KEY = "a key of thirty-two bytes, truly".getBytes(StandardCharsets.US_ASCII);

    /** What is stored must be found again for as long as there are cards: the hash can never become another one. */
    @Test
    void the_hash_is_the_first_half_of_hmac_sha_256() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String expected = HexFormat.of()
                .formatHex(Arrays.copyOf(mac.doFinal("A123456789".getBytes(StandardCharsets.US_ASCII)), 16));

        PersonHash hash = new PersonHasher(KEY).hash("A123456789");

        assertThat(hash.toUuid().toString().replace("-", "")).isEqualTo(expected);
    }

    @Test
    void one_hasher_makes_many_hashes_and_another_the_same_ones() {
        PersonHasher hasher = new PersonHasher(KEY);
        Set<PersonHash> hashes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            hashes.add(hasher.hash("A1%08d".formatted(i)));
        }

        assertThat(hashes).hasSize(10_000);
        assertThat(new PersonHasher(KEY).hash("A100000000")).isEqualTo(hasher.hash("A100000000"));
    }

    @Test
    void another_key_makes_another_person_of_the_same_number() {
        byte[] other = KEY.clone();
        other[0] ^= 1;

        assertThat(new PersonHasher(other).hash("A123456789")).isNotEqualTo(new PersonHasher(KEY).hash("A123456789"));
    }
}
