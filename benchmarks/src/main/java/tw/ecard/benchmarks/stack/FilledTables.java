package tw.ecard.benchmarks.stack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables that get a row for each person of a roster, and what stands in them. */
public final class FilledTables implements AutoCloseable {

    private static final List<String> NAMES = List.of("reader", "known_person");

    private static final int COPY_BUFFER = 1 << 16;

    private final Connection connection;

    /** @param connection the superuser's, for this alone */
    public FilledTables(Connection connection) throws SQLException {
        this.connection = connection;
        for (String table : NAMES) {
            // It would clean up behind one side while the other one works.
            execute("ALTER TABLE %s SET (autovacuum_enabled = off)".formatted(table));
        }
    }

    public List<String> names() {
        return NAMES;
    }

    /** Empties the tables and writes all that is dirty: what comes next begins on a clean slate. */
    public void empty() throws SQLException {
        execute("TRUNCATE " + String.join(", ", NAMES));
        execute("CHECKPOINT");
    }

    /** For each table the number of its rows and a sum over their contents that does not depend on their order. */
    public Map<String, String> contents() throws SQLException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String table : NAMES) {
            contents.put(
                    table,
                    ask("SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM %s t"
                            .formatted(table)));
        }
        return contents;
    }

    public long rows(String table) throws SQLException {
        return Long.parseLong(ask("SELECT count(*) FROM " + table));
    }

    /** What stands in the tables, in the order of the roster's rows, as PostgreSQL's binary copies hold it. */
    public Map<String, byte[]> dumpAsInFile() throws SQLException, IOException {
        return dump("(SELECT * FROM %s ORDER BY sheet_row)");
    }

    /** The same in the order in which it lies there. */
    public Map<String, byte[]> dumpAsStored() throws SQLException, IOException {
        return dump("%s");
    }

    private Map<String, byte[]> dump(String rowsOf) throws SQLException, IOException {
        Map<String, byte[]> dump = new LinkedHashMap<>();
        for (String table : NAMES) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            copies().copyOut("COPY %s TO STDOUT (FORMAT binary)".formatted(rowsOf.formatted(table)), bytes);
            dump.put(table, bytes.toByteArray());
        }
        return dump;
    }

    /** Copies the dump back in one transaction. @return the seconds it took, commit included */
    public double fill(Map<String, byte[]> dump) throws SQLException, IOException {
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        for (Map.Entry<String, byte[]> table : dump.entrySet()) {
            copies().copyIn(
                            "COPY %s FROM STDIN (FORMAT binary)".formatted(table.getKey()),
                            new ByteArrayInputStream(table.getValue()),
                            COPY_BUFFER);
        }
        connection.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        connection.setAutoCommit(true);
        return seconds;
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
