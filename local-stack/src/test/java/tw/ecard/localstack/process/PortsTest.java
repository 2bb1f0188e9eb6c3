package tw.ecard.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
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

    /** As test classes do under Quarkus, and in the end as a build beside this one does. */
    @Test
    void no_port_is_given_to_another_copy_of_the_class_either() throws Exception {
        List<Integer> ports =
                IntStream.range(0, 300).map(i -> Ports.free()).boxed().toList();
        URL classes = Ports.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Method free = loader.loadClass(Ports.class.getName()).getMethod("free");
            for (int i = 0; i < 200; i++) {
                assertThat(ports).doesNotContain((Integer) free.invoke(null));
            }
        }
    }
}
