package tw.ecard.benchmarks.queueing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import tw.ecard.benchmarks.measure.Crew;

/**
 * A claimant without a service: locks the gate, locks the first waiting case, writes that he has it, records the event
 * that tells of it, commits.
 */
final class BareClaims implements Crew.Worker {

    private static final String GATE = "SELECT admitted_up_to FROM lane WHERE lane = 'REVIEW' FOR NO KEY UPDATE";
    private static final String FIRST = """
            SELECT id, revision, application_id FROM ticket
            WHERE lane = 'REVIEW' AND state IN ('WAITING', 'IN_WORK', 'RETURNED')
                AND (state = 'WAITING' OR (state = 'IN_WORK' AND lease_until <= ?))
            ORDER BY number LIMIT 1 FOR UPDATE""";
    private static final String CLAIM = """
            UPDATE ticket SET state = 'IN_WORK', claimed_by = 'clerk', lease_until = ?, revision = ?
            WHERE id = ? AND revision = ?""";

    private static final String RECORD_EVENT = """
            WITH numbered AS (
                INSERT INTO outbox_sequence AS s (topic, subject, last) VALUES ('ecard.decisions.v1', ?, 1)
                ON CONFLICT (topic, subject) DO UPDATE SET last = s.last + 1
                RETURNING topic, subject, last)
            INSERT INTO outbox (event_id, topic, subject, type, body, recorded_at)
            SELECT ?, topic, subject, 'tw.ecard.case.claimed.v1', ? || last || ?, ? FROM numbered""";

    private final Connection connection;
    private final PreparedStatement gate;
    private final PreparedStatement first;
    private final PreparedStatement claim;
    private final PreparedStatement recordEvent;
    private final OffsetDateTime now;
    private final String beforeNumber;
    private final String afterNumber;

    /** @param event the text of each event; the sequence, one digit, is the last thing in it */
    BareClaims(Connection connection, OffsetDateTime now, String event) throws SQLException {
        this.connection = connection;
        this.now = now;
        int number = event.lastIndexOf(':') + 1;
        this.beforeNumber = event.substring(0, number);
        this.afterNumber = event.substring(number + 1);
        connection.setAutoCommit(false);
        this.gate = connection.prepareStatement(GATE);
        this.first = connection.prepareStatement(FIRST);
        this.claim = connection.prepareStatement(CLAIM);
        this.recordEvent = connection.prepareStatement(RECORD_EVENT);
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
            recordEvent.setString(1, found.getString("application_id"));
        }
        claim.executeUpdate();
        recordEvent();
        connection.commit();
    }

    private void recordEvent() throws SQLException {
        recordEvent.setObject(2, UUID.randomUUID());
        recordEvent.setString(3, beforeNumber);
        recordEvent.setString(4, afterNumber);
        recordEvent.setObject(5, now);
        recordEvent.executeUpdate();
    }

    @Override
    public void leave() throws SQLException {
        connection.close();
    }
}
