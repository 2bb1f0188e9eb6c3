package tw.ecard.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.StartFailed;

class PostgresServerIT {

    @TempDir
    Path directory;

    @Test
    void what_was_committed_survives_a_stop_and_a_kill() throws SQLException {
        try (PostgresServer server = server(Unprivileged.here())) {
            server.start();
            server.createDatabase("kept");
            execute(server, "CREATE TABLE greeting (text text)", "INSERT INTO greeting VALUES ('stop')");

            server.stop();
            assertThat(server.isRunning()).isFalse();
            server.start();
            execute(server, "INSERT INTO greeting VALUES ('kill')");

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.start();
            try (Connection connection = server.connect("kept");
                    Statement statement = connection.createStatement();
                    ResultSet texts = statement.executeQuery("SELECT string_agg(text, ',') FROM greeting")) {
                texts.next();
                assertThat(texts.getString(1)).isEqualTo("stop,kill");
            }
        }
    }

    @Test
    void a_stop_does_not_wait_for_clients_to_leave() throws SQLException {
        try (PostgresServer server = server(Unprivileged.here())) {
            server.start();
            try (Connection lingering = server.connect("postgres")) {
                server.stop();
                assertThat(server.isRunning()).isFalse();
                assertThat(lingering.isValid(1)).isFalse();
            }
        }
    }

    @Test
    void root_without_user_namespaces_runs_it_as_nobody() throws IOException, SQLException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (PostgresServer server = server(Unprivileged.NOBODY)) {
            server.start();
            server.createDatabase("kept");
            DriverManager.getConnection(server.jdbcUrl("kept"), "kept", "kept").close();
        }
        assertThat(Files.getAttribute(directory.resolve("postgres"), "unix:uid"))
                .isEqualTo(65534);
    }

    @Test
    void a_server_that_cannot_start_says_why() {
        try (PostgresServer first = server(Unprivileged.here())) {
            first.start();
            PostgresServer second =
                    new PostgresServer(directory.resolve("second"), directory.resolve("second.log"), first.port());
            assertThatThrownBy(second::start)
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("Address already in use");
        }
    }

    private PostgresServer server(Unprivileged user) {
        return new PostgresServer(directory.resolve("postgres"), directory.resolve("log"), Ports.free(), user);
    }

    private static void execute(PostgresServer server, String... statements) throws SQLException {
        try (Connection connection = server.connect("kept");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
