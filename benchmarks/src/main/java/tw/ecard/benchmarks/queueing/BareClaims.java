package tw.ecard.benchmarks.queueing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import tw.ecard.benchmarks.measure.Crew;

/** A claimant without a service: locks the gate, locks the first waiting case, writes that he has it, commits. */
final class BareClaims implements Crew.Worker {

    private static final String GATE = "SELECT admitted_up_to FROM lane WHERE lane = 'REVIEW' FOR UPDATE";
    private static final String FIRST = """
            SELECT id, revision, number FROM ticket
            WHERE lane = 'REVIEW' AND state IN ('WAITING', 'IN_WORK', 'RETURNED')
                AND (state = 'WAITING' OR (state = 'IN_WORK' AND lease_until <= ?))
            ORDER BY number LIMIT 1 FOR UPDATE""";
    private static final String CLAIM = """
            UPDATE ticket SET state = 'IN_WORK', claimed_by = 'clerk', lease_until = ?, revision = ?
            WHERE id = ? AND revision = ?""";

    private final Connection connection;
    private final PreparedStatement gate;
    private final PreparedStatement first;
    private final PreparedStatement claim;
    private final OffsetDateTime now;

    BareClaims(Connection connection, OffsetDateTime now) throws SQLException {
        this.connection = connection;
        this.now = now;
        connection.setAutoCommit(false);
        this.gate = connection.prepareStatement(GATE);
        this.first = connection.prepareStatement(FIRST);
        this.claim = connection.prepareStatement(CLAIM);
    }

    @Override
    public void work(int number) throws SQLException {
        gate.executeQuery().close();
        first.setObject(1, now);
        try (ResultSet found = first.executeQuery()) {
            found.next();
            claim.setObject(1, now.plusMinutes(30));
            claim.setLong(2, found.getLong("revision") + 1);
            claim.setObject(3, found.getObject("id", UUID.class));
            claim.setLong(4, found.getLong("revision"));
        }
        claim.executeUpdate();
        connection.commit();
    }

    @Override
    public void leave() throws SQLException {
        connection.close();
    }
}
