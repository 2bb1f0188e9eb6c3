package tw.ecard.benchmarks.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import tw.ecard.localstack.postgres.PostgresServer;

/** A database that a measure has for itself, with what is said to it beside what is measured. */
public final class MeasuredDatabase {

    private final PostgresServer server;
    private final String name;

    MeasuredDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** A connection like the service's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name), name, name);
    }

    /** A connection of the server's superuser, who may do what the service may not. */
    public Connection connectAsSuperuser() throws SQLException {
        return server.connect(name);
    }

    /** Runs statements as the server's superuser, each in a transaction of its own. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The one value that the query gives. */
    public String ask(String query) throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
