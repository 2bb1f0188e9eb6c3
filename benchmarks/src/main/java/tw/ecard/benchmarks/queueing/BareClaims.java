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

    private static final String NUMBER_EVENT = """
            INSERT INTO outbox_sequence AS s (topic, subject, last) VALUES ('ecard.decisions.v1', ?, 1)
            ON CONFLICT (topic, subject) DO UPDATE SET last = s.last + 1 RETURNING last""";
    private static final String RECORD_EVENT = """
            INSERT INTO outbox (event_id, topic, subject, type, body, recorded_at)
            VALUES (?, 'ecard.decisions.v1', ?, 'tw.ecard.case.claimed.v1', ?, ?)""";

    private final Connection connection;
    private final PreparedStatement gate;
    private final PreparedStatement first;
    private final PreparedStatement claim;
    private final PreparedStatement numberEvent;
    private final PreparedStatement recordEvent;
    private final OffsetDateTime now;
    private final String event;

    /** @param event the text of each event */
    BareClaims(Connection connection, OffsetDateTime now, String event) throws SQLException {
        this.connection = connection;
        this.now = now;
        this.event = event;
        connection.setAutoCommit(false);
        this.gate = connection.prepareStatement(GATE);
        this.first = connection.prepareStatement(FIRST);
        this.claim = connection.prepareStatement(CLAIM);
        this.numberEvent = connection.prepareStatement(NUMBER_EVENT);
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
            numberEvent.setString(1, found.getString("application_id"));
            recordEvent.setString(2, found.getString("application_id"));
        }
        claim.executeUpdate();
        recordEvent();
        connection.commit();
    }

    private void recordEvent() throws SQLException {
        numberEvent.executeQuery().close();
        recordEvent.setObject(1, UUID.randomUUID());
        recordEvent.setString(3, event);
        recordEvent.setObject(4, now);
        recordEvent.executeUpdate();
    }

    @Override
    public void leave() throws SQLException {
        connection.close();
    }
}
