package tw.ecard.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import tw.ecard.benchmarks.usecase.UseCase;
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

    private static final String REGISTRATION = "registration";
    private static final String QUEUE = "queue";

    private static final String HEAP = "-Xmx512m";

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
            infrastructure.postgres.createDatabase(REGISTRATION);
            infrastructure.postgres.createDatabase(QUEUE);
            infrastructure.kafka.start();
            return infrastructure;
        } catch (RuntimeException e) {
            infrastructure.close();
            throw e;
        }
    }

    /** A connection to registration-service's database as the server's superuser. */
    public Connection connect() throws SQLException {
        return postgres.connect(REGISTRATION);
    }

    /** Where registration-service's database is. */
    public String jdbcUrl() {
        return postgres.jdbcUrl(REGISTRATION);
    }

    /** The database of the packaged registration-service. */
    public MeasuredDatabase registrationDatabase() {
        return database(REGISTRATION);
    }

    /** The database of the packaged queue-service. */
    public MeasuredDatabase queueDatabase() {
        return database(QUEUE);
    }

    /** The database of this name, made unless it is there. */
    public MeasuredDatabase database(String name) {
        postgres.createDatabase(name);
        return new MeasuredDatabase(postgres, name);
    }

    public String kafkaBootstrapServers() {
        return Ports.LOOPBACK + ":" + kafkaPort;
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

    /** The packaged registration-service, not started yet. */
    public ServiceProcess registrationService() throws IOException {
        String name = "registration-service";
        return new ServiceProcess(
                name, jar(name), Ports.free(), directory, settings().registration(REGISTRATION));
    }

    /** The packaged queue-service, not started yet; it sends no mail. */
    public ServiceProcess queueService() {
        String name = "queue-service";
        return new ServiceProcess(
                        name, jar(name), Ports.free(), directory, settings().queue(QUEUE))
                .jvmArguments(withoutTokens().toArray(String[]::new));
    }

    /** The packaged queue-service with a database of its own and no link to anybody, started for one use case. */
    public UseCases queueUseCase(Class<? extends UseCase> useCase, MeasuredDatabase database) {
        return useCase(
                "queue-service", useCase, database, withoutTokens(), settings().queue(database.name()));
    }

    /** The packaged registration-service, in the same way. */
    public UseCases registrationUseCase(Class<? extends UseCase> useCase, MeasuredDatabase database)
            throws IOException {
        return useCase(
                "registration-service",
                useCase,
                database,
                List.of(HEAP),
                settings().registration(database.name()));
    }

    private UseCases useCase(
            String service,
            Class<? extends UseCase> useCase,
            MeasuredDatabase database,
            List<String> jvmArguments,
            Map<String, String> settings) {
        UseCases process = new UseCases(
                database.name(),
                jar(service).getParent(),
                useCase,
                jvmArguments,
                settings().alone(settings),
                directory);
        process.start();
        return process;
    }

    private static List<String> withoutTokens() {
        List<String> arguments = new ArrayList<>(ServiceSettings.WITHOUT_TOKENS);
        arguments.add(HEAP);
        return arguments;
    }

    private ServiceSettings settings() {
        return new ServiceSettings(directory, postgres, kafkaBootstrapServers());
    }

    private static Path jar(String service) {
        Path project = Distribution.target().getParent().getParent();
        return project.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
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
