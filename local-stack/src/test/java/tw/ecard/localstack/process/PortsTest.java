package tw.ecard.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

    @Test
    void no_port_is_given_twice_and_none_that_an_outgoing_connection_could_take() {
        List<Integer> ports =
                IntStream.range(0, 500).map(i -> Ports.free()).boxed().toList();

        assertThat(ports)
                .doesNotHaveDuplicates()
                .allMatch(port -> port < FIRST_OF_OUTGOING_CONNECTIONS)
                .allMatch(Ports::isFree);
    }
}
