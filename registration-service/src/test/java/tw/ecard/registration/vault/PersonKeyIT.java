package tw.ecard.registration.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class PersonKeyIT {

    @Inject
    Sql sql;

    @Test
    void the_same_key_starts_again() {
        assertThatCode(() -> key(RealStack.PERSON_KEY).mustBeTheFirstOne()).doesNotThrowAnyException();

        assertThat(sql.number("SELECT count(*) FROM person_key")).isEqualTo(1);
    }

    @Test
    void with_another_key_the_service_does_not_start() {
        assertThatThrownBy(() -> key(RealStack.MASTER_KEY).mustBeTheFirstOne())
                .isInstanceOf(KeyNotUsable.class)
                .hasMessageContaining("ecard.protection.person-key")
                .hasMessageContaining("configure the former one")
                .hasMessageNotContaining(RealStack.MASTER_KEY);
    }

    @Test
    void a_missing_key_says_which_setting_to_make_and_how() {
        assertThatThrownBy(() -> key(null))
                .isInstanceOf(KeyNotUsable.class)
                .hasMessageContaining("ECARD_PROTECTION_PERSON_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }

    private PersonKey key(String base64) {
        return new PersonKey(
                new ProtectionConfig() {
                    @Override
                    public Optional<String> masterKey() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<List<String>> retiredKeys() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> personKey() {
                        return Optional.ofNullable(base64);
                    }
                },
                sql);
    }
}
