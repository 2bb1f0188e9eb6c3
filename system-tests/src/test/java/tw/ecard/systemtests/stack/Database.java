package tw.ecard.systemtests.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tw.ecard.localstack.postgres.PostgresServer;

/** A service's database, for promises about what is in it. */
public final class Database {

    private final PostgresServer server;
    private final String name;

    Database(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /**
     * What each table holds, in a form that differs after any insert, update or delete, even of a row by itself: the
     * number of rows, and a hash over the place and the writing transaction of each. An event that is delivered once
     * more writes the row of its subject's progress as it was: there the content counts.
     */
    public Map<String, String> fingerprints() {
        String query = tables().stream()
                .map(table -> "SELECT '" + name + "." + table + " ' || count(*) || ' rows ' || coalesce(md5("
                        + "string_agg(" + version(table) + ", ',' ORDER BY " + version(table) + ")), '') FROM " + table)
                .collect(Collectors.joining(" UNION ALL "));
        return texts(query).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, other) -> one, TreeMap::new));
    }

    private static String version(String table) {
        return table.equals("inbox_progress") ? "topic || subject || applied" : "ctid::text || xmin::text";
    }

    public long number(String query, Object... parameters) {
        return Long.parseLong(texts(query, parameters).get(0));
    }

    /** The first column of each row. */
    public List<String> texts(String query, Object... parameters) {
        List<String> texts = new ArrayList<>();
        run(query, row -> texts.add(text(row)), parameters);
        return texts;
    }

    public void execute(String sql) {
        try (Connection connection = server.connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Hands on every value of every table, as the bytes that a client would get. */
    public void everyValue(Consumer<byte[]> reader) {
        for (String table : tables()) {
            run("SELECT * FROM " + table, row -> values(row, reader));
        }
    }

    public List<String> tables() {
        return texts("SELECT quote_ident(table_name) FROM information_schema.tables"
                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1");
    }

    private void run(String query, Consumer<ResultSet> reader, Object... parameters) {
        try (Connection connection = server.connect(name);
                PreparedStatement statement = connection.prepareStatement(query)) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static String text(ResultSet row) {
        try {
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void values(ResultSet row, Consumer<byte[]> reader) {
        try {
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                byte[] value = row.getBytes(i);
                if (value != null) {
                    reader.accept(value);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
