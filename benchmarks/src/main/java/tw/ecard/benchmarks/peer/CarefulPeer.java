package tw.ecard.benchmarks.peer;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.cache.MapCache;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.event.AnalysisEventListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * As somebody writes it who has measured before: easyexcel reads row by row with the shared texts in memory, and JDBC
 * inserts batches of 1,000 that the driver rewrites into inserts of many rows.
 */
public final class CarefulPeer implements Peer {

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final LocalDate today;
    private final String key;

    public CarefulPeer(String jdbcUrl, String user, LocalDate today, String key) throws SQLException {
        this.connection = DriverManager.getConnection(jdbcUrl + "?reWriteBatchedInserts=true", user, "");
        this.connection.setAutoCommit(false);
        this.today = today;
        this.key = key;
    }

    @Override
    public String name() {
        return "careful";
    }

    @Override
    public String made() {
        return "easyexcel, JDBC batches of 1,000 with reWriteBatchedInserts";
    }

    @Override
    public String tables() {
        return """
                CREATE TABLE careful.reader (LIKE public.reader INCLUDING ALL);
                CREATE TABLE careful.known_person (LIKE public.known_person INCLUDING ALL);
                """;
    }

    @Override
    public void store(Path xlsx, UUID roster) throws SQLException {
        try (PreparedStatement readers = connection.prepareStatement(
                        "INSERT INTO careful.reader (roster_id, sheet_row, ordinal, sealed) VALUES (?, ?, ?, ?)");
                PreparedStatement people = connection.prepareStatement(
                        "INSERT INTO careful.known_person (person, roster_id, sheet_row) VALUES (?, ?, ?)")) {
            PeerRows rows = new PeerRows(roster, today, key);
            Inserting inserting = new Inserting(rows, roster, readers, people);
            EasyExcel.read(xlsx.toFile(), inserting)
                    .readCache(new MapCache())
                    .headRowNumber(0)
                    .sheet()
                    .doRead();
            inserting.flush();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Hears of each row and inserts it with others. */
    private static final class Inserting extends AnalysisEventListener<Map<Integer, String>> {

        private final PeerRows rows;
        private final UUID roster;
        private final PreparedStatement readers;
        private final PreparedStatement people;
        private int batched;

        Inserting(PeerRows rows, UUID roster, PreparedStatement readers, PreparedStatement people) {
            this.rows = rows;
            this.roster = roster;
            this.readers = readers;
            this.people = people;
        }

        @Override
        public void invoke(Map<Integer, String> cells, AnalysisContext context) {
            int number = context.readRowHolder().getRowIndex() + 1;
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < cells.size(); column++) {
                texts.add(cells.get(column));
            }
            if (number == 1) {
                rows.header(texts);
                return;
            }
            try {
                insert(rows.row(number, texts));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void insert(PeerRow row) throws SQLException {
            readers.setObject(1, roster);
            readers.setInt(2, row.sheetRow());
            readers.setInt(3, row.ordinal());
            readers.setBytes(4, row.sealed());
            readers.addBatch();
            people.setObject(1, row.person());
            people.setObject(2, roster);
            people.setInt(3, row.sheetRow());
            people.addBatch();
            if (++batched == BATCH) {
                flush();
            }
        }

        void flush() throws SQLException {
            readers.executeBatch();
            people.executeBatch();
            batched = 0;
        }

        @Override
        public void doAfterAllAnalysed(AnalysisContext context) {
            // the rest is flushed by the caller
        }
    }
}
