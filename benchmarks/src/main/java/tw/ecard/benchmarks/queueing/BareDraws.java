package tw.ecard.benchmarks.queueing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import tw.ecard.benchmarks.measure.Crew;
import tw.ecard.benchmarks.usecase.DrawingTickets;

/**
 * A script that completes applications without a service: it locks and changes the application, notes it, draws the
 * ticket from the counter's row, and writes place and event before it commits.
 */
final class BareDraws implements Crew.Worker {

    private static final String LOCK = "SELECT version FROM application WHERE id = ? FOR UPDATE";
    private static final String NOTE = """
            INSERT INTO timeline_entry (application_id, at, what, actor_role, actor_name, details)
            VALUES (?, ?, ?, 'system', '', '')""";
    private static final String SUBMIT = """
            UPDATE application SET status = 'UNDER_REVIEW', status_since = ?, version = ?
            WHERE id = ? AND version = ?""";
    private static final String DRAW = "UPDATE ticket_counter SET last = last + 1 WHERE lane = 'REVIEW' RETURNING last";
    private static final String PLACE = """
            INSERT INTO queue_place (application_id, lane, ticket, state, arrived_at)
            VALUES (?, 'REVIEW', ?, 'WAITING', ?)""";
    private static final String NUMBER_EVENT = """
            INSERT INTO outbox_sequence AS s (topic, subject, last) VALUES ('ecard.applications.v1', ?, 1)
            ON CONFLICT (topic, subject) DO UPDATE SET last = s.last + 1 RETURNING last""";
    private static final String RECORD_EVENT = """
            INSERT INTO outbox (event_id, topic, subject, type, body, recorded_at)
            VALUES (?, 'ecard.applications.v1', ?, 'tw.ecard.application.submitted.v1', ?, ?)""";

    private final Connection connection;
    private final OffsetDateTime now;
    private final String event;

    /** @param event the text of each event */
    BareDraws(Connection connection, OffsetDateTime now, String event) throws SQLException {
        this.connection = connection;
        this.now = now;
        this.event = event;
        connection.setAutoCommit(false);
    }

    @Override
    public void work(int number) throws SQLException {
        UUID application = DrawingTickets.application(number);
        long version = ask(LOCK, application);
        run(NOTE, application, now, "DOCUMENT_RECEIVED");
        run(NOTE, application, now, "SUBMITTED");
        run(SUBMIT, now, version + 1, application, version);
        long ticket = ask(DRAW);
        run(PLACE, application, ticket, now);
        ask(NUMBER_EVENT, application.toString());
        run(RECORD_EVENT, UUID.randomUUID(), application.toString(), event, now);
        connection.commit();
    }

    @Override
    public void leave() throws SQLException {
        connection.close();
    }

    private long ask(String query, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(query, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            prepared.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }
}
