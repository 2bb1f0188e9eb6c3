package tw.ecard.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import tw.ecard.localstack.TestTokens;
import tw.ecard.localstack.kafka.KafkaMain;
import tw.ecard.localstack.postgres.PostgresServer;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.Leftovers;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.Readiness;
import tw.ecard.localstack.service.ServiceProcess;

/**
 * PostgreSQL (fsync and synchronous commit on) and Kafka in processes of their own, on the disk of the build folder: a
 * temporary folder may lie in memory, where a commit costs nothing.
 */
public final class Infrastructure implements AutoCloseable {

    private static final String DATABASE = "registration";

    /** The server's superuser, who needs no password on this machine. */
    public static final String SUPERUSER = "postgres";

    /** 32 bytes, for measuring alone: the service's master key and its person key. */
    public static final String KEY = "YmVuY2htYXJrcy1vbmx5LTMyLWJ5dGVzLWtleSEhISE=";

    private final Path directory;
    private final PostgresServer postgres;
    private final ChildProcess kafka;
    private final int kafkaPort = Ports.free();

    private Infrastructure(Path directory) {
        this.directory = directory;
        this.postgres = new PostgresServer(directory.resolve("postgresql"), log("postgresql"), Ports.free());
        this.kafka = kafka();
    }

    /** Starts both in an emptied folder, in which nothing runs any more that a killed run left behind. */
    public static Infrastructure start(Path directory) throws IOException {
        Infrastructure infrastructure = new Infrastructure(directory.toAbsolutePath());
        Leftovers.end(directory.resolve("run"));
        infrastructure.postgres.stop();
        if (Files.exists(directory)) {
            PathUtils.deleteDirectory(directory);
        }
        Files.createDirectories(directory.resolve("logs"));
        try {
            infrastructure.postgres.start();
            infrastructure.postgres.createDatabase(DATABASE);
            infrastructure.kafka.start();
            return infrastructure;
        } catch (RuntimeException e) {
            infrastructure.close();
            throw e;
        }
    }

    /** A connection to the service's database as the server's superuser. */
    public Connection connect() throws SQLException {
        return postgres.connect(DATABASE);
    }

    /** Where the service's database is. */
    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    /** What the server says of itself: its version and how it commits. */
    public String describePostgres() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT format('PostgreSQL %s, fsync %s, synchronous_commit %s',
                            current_setting('server_version'), current_setting('fsync'),
                            current_setting('synchronous_commit'))""")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The packaged service, not started yet. */
    public ServiceProcess registrationService() throws IOException {
        Path project = Distribution.target().getParent().getParent();
        Path jar = project.resolve("registration-service/target/quarkus-app/quarkus-run.jar");
        Path uploads = directory.resolve("uploads");
        if (Files.notExists(uploads)) {
            Files.createDirectory(
                    uploads, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Map<String, String> settings = Map.of(
                // The profile in which nobody but the caller's tokens is asked who somebody is.
                "QUARKUS_PROFILE",
                "test",
                "QUARKUS_OIDC_PUBLIC_KEY",
                TestTokens.publicKey(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl(DATABASE),
                "QUARKUS_DATASOURCE_USERNAME",
                DATABASE,
                "QUARKUS_DATASOURCE_PASSWORD",
                DATABASE,
                "KAFKA_BOOTSTRAP_SERVERS",
                Ports.LOOPBACK + ":" + kafkaPort,
                "ECARD_PROTECTION_MASTER_KEY",
                KEY,
                "ECARD_ROSTERS_UPLOADS_AN_HOUR",
                "0",
                "ECARD_PROTECTION_PERSON_KEY",
                KEY,
                "ECARD_UPLOADS_DIRECTORY",
                uploads.toString());
        return new ServiceProcess("registration-service", jar, Ports.free(), directory, settings);
    }

    /** Where the running service's process number stands. */
    Path pidFile(ServiceProcess service) {
        return directory.resolve("run").resolve(service.name() + ".pid");
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private ChildProcess kafka() {
        return new ChildProcess(new ChildProcess.Plan(
                "kafka",
                List.of(
                        Distribution.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Distribution.classPath(),
                        KafkaMain.class.getName(),
                        directory.resolve("kafka").toString(),
                        Integer.toString(kafkaPort)),
                Map.of(),
                log("kafka"),
                directory.resolve("run").resolve("kafka.pid"),
                Readiness.saidIn(log("kafka")),
                Duration.ofMinutes(2)));
    }

    private Path log(String part) {
        return directory.resolve("logs").resolve(part + ".log");
    }
}
