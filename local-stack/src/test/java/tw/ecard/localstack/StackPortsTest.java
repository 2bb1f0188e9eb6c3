package tw.ecard.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.process.StartFailed;

class StackPortsTest {

    @Test
    void without_variables_the_ports_are_the_documented_ones() {
        assertThat(StackPorts.from(Map.of())).isEqualTo(new StackPorts(8081, 8082, 8180, 5433, 9092, 2525));
    }

    @Test
    void each_port_has_its_variable() {
        assertThat(StackPorts.from(Map.of(
                        "ECARD_REGISTRATION_PORT", "1",
                        "ECARD_QUEUE_PORT", "2",
                        "ECARD_KEYCLOAK_PORT", "3",
                        "ECARD_POSTGRES_PORT", "4",
                        "ECARD_KAFKA_PORT", "5",
                        "ECARD_SMTP_PORT", "6")))
                .isEqualTo(new StackPorts(1, 2, 3, 4, 5, 6));
    }

    @Test
    void a_variable_that_is_no_port_is_named() {
        for (String value : new String[] {"x", "0", "65536", "-1"}) {
            assertThatThrownBy(() -> StackPorts.from(Map.of("ECARD_SMTP_PORT", value)))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("ECARD_SMTP_PORT");
        }
    }
}
