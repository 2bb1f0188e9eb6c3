package tw.ecard.benchmarks.peer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import tw.ecard.benchmarks.importing.Importing;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.FileOnDemand;
import tw.ecard.benchmarks.stack.Infrastructure;
import tw.ecard.benchmarks.stack.Lab;
import tw.ecard.registration.vault.RowSeal;
import tw.ecard.registration.vault.ServiceCiphers;

/** The whole import by the packaged service against another way to do it, on the same server. */
public final class ImportAgainstPeer implements Measure {

    private final String name;
    private final PeerMaker maker;
    private final double target;
    private final FileOnDemand file;
    private final int rows;
    private final Lab lab;
    private final Importing importing;
    private final Turns turns;

    /** Makes the peer when it is needed. */
    @FunctionalInterface
    public interface PeerMaker {
        Peer make(String jdbcUrl, String user, String key) throws SQLException;
    }

    public ImportAgainstPeer(
            String name, PeerMaker maker, double target, FileOnDemand file, int rows, Lab lab, Turns turns) {
        this.name = name;
        this.maker = maker;
        this.target = target;
        this.file = file;
        this.rows = rows;
        this.lab = lab;
        this.importing = new Importing(lab);
        this.turns = turns;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String meaning() {
        return "rows/s of the whole import, xlsx ÷ a peer's";
    }

    @Override
    public Target target() {
        return Target.atLeast(target);
    }

    @Override
    public Outcome take() throws Exception {
        Path xlsx = file.path();
        // The service makes its tables at its first start; the peers' are like them.
        lab.imports();
        Infrastructure infrastructure = lab.infrastructure();
        try (Connection connection = infrastructure.connect();
                Peer peer = maker.make(infrastructure.jdbcUrl(), Infrastructure.SUPERUSER, Infrastructure.KEY)) {
            makeTables(connection, peer);
            RowSeal seal = ServiceCiphers.rowSeal(Infrastructure.KEY);
            Outcome outcome = turns.compare(
                    "rows/s",
                    "import",
                    () -> importing.accepted(xlsx, rows).rowsPerSecond(rows),
                    peer.name(),
                    () -> storeOnce(peer, xlsx, connection, seal));
            return outcome.remark(peer.made());
        }
    }

    private double storeOnce(Peer peer, Path xlsx, Connection connection, RowSeal seal) throws Exception {
        StoredPeople imported = stored("public", connection, seal);
        lab.tables().empty();
        empty(peer, connection);
        long start = System.nanoTime();
        peer.store(xlsx, UUID.randomUUID());
        double seconds = (System.nanoTime() - start) / 1e9;
        StoredPeople other = stored(peer.name(), connection, seal);
        if (!other.equals(imported) || other.readers() != rows || other.people() != rows) {
            throw new IllegalStateException("the import stored " + imported + ", the peer " + other);
        }
        empty(peer, connection);
        return rows / seconds;
    }

    private static void makeTables(Connection connection, Peer peer) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + peer.name());
            statement.execute(peer.tables());
            for (String table : new String[] {"reader", "known_person"}) {
                statement.execute("ALTER TABLE %s.%s SET (autovacuum_enabled = off)".formatted(peer.name(), table));
            }
            statement.execute("ALTER TABLE %s.reader ALTER COLUMN sealed SET STORAGE EXTERNAL".formatted(peer.name()));
        }
    }

    private static void empty(Peer peer, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE %1$s.reader, %1$s.known_person".formatted(peer.name()));
            statement.execute("CHECKPOINT");
        }
    }

    private static StoredPeople stored(String schema, Connection connection, RowSeal seal) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return StoredPeople.in(schema, connection, seal);
        } finally {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
