package tw.ecard.localstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.LogFile;
import tw.ecard.localstack.process.Part;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.Processes;
import tw.ecard.localstack.process.StartFailed;
import tw.ecard.localstack.process.Waiting;

/**
 * One PostgreSQL server on the loopback interface, in a folder of its own. It runs in a session of its own (so that
 * Ctrl-C does not reach it before its clients are gone) and keeps {@code fsync} and {@code synchronous_commit} on: what
 * the services were told is committed survives any kill.
 */
public final class PostgresServer implements Part {

    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Path directory;
    private final Path log;
    private final int port;
    private final Unprivileged user;

    /** @param directory where the server keeps its data; made when it is not there */
    public PostgresServer(Path directory, Path log, int port) {
        this(directory, log, port, Unprivileged.here());
    }

    PostgresServer(Path directory, Path log, int port, Unprivileged user) {
        this.directory = directory.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.user = user;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Path log() {
        return log;
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database;
    }

    /** A connection as the server's superuser, which needs no password on this machine. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, "");
    }

    @Override
    public synchronized void start() {
        try {
            Path bin = PostgresBinaries.unpackedIn(Distribution.target());
            Files.createDirectories(directory);
            user.own(directory);
            user.requireAccess(bin.resolve("postgres"), directory);
            LogFile.renew(log);
            user.own(log);
            // What a killed launcher left behind.
            stop();
            awaitBurial();
            if (Files.notExists(data())) {
                initialise(bin);
            }
            run(
                    bin,
                    log,
                    "pg_ctl",
                    "-D",
                    data().toString(),
                    "-l",
                    log.toString(),
                    "-o",
                    options(),
                    "-w",
                    "-t",
                    Long.toString(START.toSeconds()),
                    "start");
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL could not be prepared in " + directory, e);
        }
    }

    /** Creates a database owned by a user of the same name, whose password is the name; does nothing when it exists. */
    public void createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a plain name: " + name);
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (none(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
                statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
            }
            if (none(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new StartFailed("The database " + name + " could not be created", e);
        }
    }

    @Override
    public synchronized void stop() {
        // SIGINT is the fast shutdown; SIGTERM would wait for every client to leave.
        postmaster().ifPresent(process -> Processes.end(process, "INT", STOP));
    }

    @Override
    public synchronized void kill() {
        postmaster().ifPresent(process -> {
            List<ProcessHandle> workers = process.descendants().toList();
            Processes.kill(process);
            // The next server cannot attach to the shared memory before the last worker has noticed.
            Waiting.until(STOP, () -> workers.stream().noneMatch(Processes::isAlive));
        });
    }

    @Override
    public boolean isRunning() {
        return postmaster().isPresent();
    }

    /** The running server of this folder, as it says itself: its number, its folder, the second it was started. */
    private Optional<ProcessHandle> postmaster() {
        try {
            List<String> file = Files.readAllLines(data().resolve("postmaster.pid"));
            return Processes.find(Long.parseLong(file.get(0)), Instant.ofEpochSecond(Long.parseLong(file.get(2))));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed server whose entry is still in the process table looks alive to the next one, which then refuses. */
    private void awaitBurial() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readAllLines(file).get(0));
            Waiting.until(
                    STOP,
                    () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    private static boolean none(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void initialise(Path bin) throws IOException {
        // Aside and renamed: an interrupted initdb leaves nothing that looks like a database.
        Path aside = directory.resolve("data.new");
        if (Files.exists(aside)) {
            PathUtils.deleteDirectory(aside);
        }
        run(
                bin,
                log.resolveSibling("initdb.log"),
                "initdb",
                "-D",
                aside.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "--auth=trust",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.writeString(aside.resolve("pg_hba.conf"), """
                host all %s 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """.formatted(SUPERUSER));
        Files.move(aside, data());
    }

    /** Errors are logged without statement, detail or parameter: those may carry people's data. */
    private String options() {
        return Stream.of(
                        "port=" + port,
                        "listen_addresses=" + Ports.LOOPBACK,
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "timezone=UTC",
                        "max_connections=200",
                        "shared_buffers=128MB",
                        "log_min_messages=warning",
                        "log_min_error_statement=panic",
                        "log_error_verbosity=terse",
                        "log_parameter_max_length_on_error=0")
                .map(setting -> "-c " + setting)
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
    }

    private void run(Path bin, Path output, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        // Not interruptible: a pg_ctl left alone would start a server nobody knows of.
        if (process.onExit().join().exitValue() != 0) {
            throw new StartFailed("PostgreSQL did not start (" + program + "):\n" + LogFile.end(output, 20));
        }
    }
}
