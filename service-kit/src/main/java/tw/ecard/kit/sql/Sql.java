package tw.ecard.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs statements on the connection of the running transaction, or each in a transaction of its own where none runs.
 * Failures of the database come as {@link SqlFailure}.
 */
@ApplicationScoped
public class Sql {

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs one INSERT, UPDATE or DELETE; gives the number of rows it changed. */
    public int update(String statement, Object... parameters) {
        return onConnection(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
                return prepared.executeUpdate();
            }
        });
    }

    /** Gives every row of the answer. */
    public <T> List<T> list(RowReader<T> reader, String query, Object... parameters) {
        return onConnection(connection -> {
            try (PreparedStatement prepared = prepare(connection, query, parameters);
                    ResultSet rows = prepared.executeQuery()) {
                List<T> answer = new ArrayList<>();
                while (rows.next()) {
                    answer.add(reader.read(rows));
                }
                return answer;
            }
        });
    }

    /** Gives the first row of the answer, if there is one. */
    public <T> Optional<T> first(RowReader<T> reader, String query, Object... parameters) {
        return list(reader, query, parameters).stream().findFirst();
    }

    /** Gives the one number that a counting query, or a RETURNING clause, answers. */
    public long number(String query, Object... parameters) {
        return first(row -> row.getLong(1), query, parameters)
                .orElseThrow(() -> new IllegalStateException("no row answers: " + query));
    }

    /** Lends the connection, for what the calls above cannot do; it stays open. */
    public <T> T onConnection(ConnectionWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, bindable(parameters[i]));
            }
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    private static Object bindable(Object parameter) {
        if (parameter instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return parameter instanceof Enum<?> constant ? constant.name() : parameter;
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Uses a connection that it must not close. */
    @FunctionalInterface
    public interface ConnectionWork<T> {
        T on(Connection connection) throws SQLException;
    }
}
