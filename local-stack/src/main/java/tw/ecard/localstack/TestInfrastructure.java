package tw.ecard.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import tw.ecard.localstack.kafka.KafkaBroker;
import tw.ecard.localstack.postgres.PostgresServer;
import tw.ecard.localstack.process.Ports;

/**
 * One PostgreSQL server and one Kafka broker for all tests of a JVM, each started when it is first asked for and closed
 * with the JVM. A test class asks for a database of its own by name.
 *
 * <p>What runs is remembered in system properties and not in fields: a test framework may load this class once for each
 * of its class loaders, and must find the same servers.
 */
public final class TestInfrastructure {

    private static final String POSTGRES = "ecard.test.postgres.port";
    private static final String KAFKA = "ecard.test.kafka.bootstrap-servers";

    private TestInfrastructure() {}

    /**
     * Makes a database, with a user and a password of the same name, unless it is there already.
     *
     * @param name lower-case letters, digits and underscores
     */
    public static Database createDatabase(String name) {
        synchronized (System.getProperties()) {
            PostgresServer server = postgres();
            server.createDatabase(name);
            return new Database(server.jdbcUrl(name), name, name);
        }
    }

    /** Where the tests' Kafka broker is. Topics are made by their first use. */
    public static String kafkaBootstrapServers() {
        synchronized (System.getProperties()) {
            String running = System.getProperty(KAFKA);
            if (running != null) {
                return running;
            }
            Path directory = temporaryDirectory("ecard-kafka-");
            KafkaBroker broker = KafkaBroker.start(directory, Ports.free());
            closeWithJvm(broker, directory);
            System.setProperty(KAFKA, broker.bootstrapServers());
            return broker.bootstrapServers();
        }
    }

    /** A database and who may enter it. */
    public record Database(String jdbcUrl, String username, String password) {}

    private static PostgresServer postgres() {
        String running = System.getProperty(POSTGRES);
        if (running != null) {
            Path none = Path.of("");
            return new PostgresServer(none, none, Integer.parseInt(running));
        }
        Path directory = temporaryDirectory("ecard-postgres-");
        PostgresServer server = new PostgresServer(directory, directory.resolve("log"), Ports.free());
        server.start();
        closeWithJvm(server, directory);
        System.setProperty(POSTGRES, Integer.toString(server.port()));
        return server;
    }

    private static Path temporaryDirectory(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeWithJvm(AutoCloseable server, Path directory) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                server.close();
                                PathUtils.deleteDirectory(directory);
                            } catch (Exception e) {
                                System.err.println("Test infrastructure did not close well: " + e);
                            }
                        },
                        "closing-" + directory.getFileName()));
    }
}
