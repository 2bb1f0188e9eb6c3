package tw.ecard.benchmarks.queueing;

import java.io.IOException;
import java.sql.SQLException;
import tw.ecard.benchmarks.stack.Infrastructure;
import tw.ecard.benchmarks.stack.MeasuredDatabase;
import tw.ecard.benchmarks.stack.UseCases;
import tw.ecard.benchmarks.usecase.DrawingTickets;

/**
 * Applications that lack one paper: one that registration-service made itself, and copies of it under other numbers.
 */
final class CompletableApplications implements AutoCloseable {

    private static final String KEEP_ONE = "CREATE TABLE one AS SELECT * FROM application";
    private static final String BEGIN_ANEW = "TRUNCATE application, outbox, outbox_sequence CASCADE";
    private static final String NO_TICKETS = "UPDATE ticket_counter SET last = 0";
    private static final String COPY = """
            INSERT INTO application SELECT (jsonb_populate_record(null::application, to_jsonb(one)
                || jsonb_build_object('id', lpad(to_hex(n), 32, '0')::uuid, 'receipt_number', n::text,
                    'document_number', n::text, 'document_comparable', n::text))).*
            FROM one, generate_series(0, %d) n""";
    private static final String WRITTEN = """
            SELECT concat_ws(', ',
                (SELECT count(*) || ' places, tickets ' || min(ticket) || ' to ' || max(ticket) FROM queue_place),
                (SELECT 'counter at ' || last FROM ticket_counter WHERE lane = 'REVIEW'),
                (SELECT count(*) || ' submitted' FROM application WHERE status = 'UNDER_REVIEW' AND version = 1),
                (SELECT count(*) || ' lines' FROM timeline_entry),
                (SELECT count(DISTINCT subject) || ' events' FROM outbox),
                (SELECT sum(last) || ' numbered' FROM outbox_sequence))""";

    private final MeasuredDatabase database;
    private final UseCases service;
    private final int applications;

    private CompletableApplications(MeasuredDatabase database, UseCases service, int applications) {
        this.database = database;
        this.service = service;
        this.applications = applications;
    }

    static CompletableApplications in(Infrastructure infrastructure, String name, int applications)
            throws IOException, InterruptedException, SQLException {
        MeasuredDatabase database = infrastructure.database(name);
        CompletableApplications all = new CompletableApplications(
                database, infrastructure.registrationUseCase(DrawingTickets.class, database), applications);
        all.service.leaveOne();
        for (String table :
                new String[] {"application", "timeline_entry", "queue_place", "outbox", "outbox_sequence"}) {
            database.execute("ALTER TABLE %s SET (autovacuum_enabled = off)".formatted(table));
        }
        database.execute(KEEP_ONE);
        all.beginAnew();
        return all;
    }

    MeasuredDatabase database() {
        return database;
    }

    UseCases service() {
        return service;
    }

    /** The event that the first of them recorded. */
    String anEvent() throws SQLException {
        return database.ask("SELECT body FROM outbox ORDER BY id LIMIT 1");
    }

    /** What the completions since the last call left behind; then all applications lack a paper again. */
    String takeBack() throws SQLException {
        String written = database.ask(WRITTEN);
        beginAnew();
        return written;
    }

    private void beginAnew() throws SQLException {
        database.execute(
                BEGIN_ANEW, NO_TICKETS, COPY.formatted(applications - 1), "VACUUM ANALYZE application", "CHECKPOINT");
    }

    @Override
    public void close() {
        service.close();
    }
}
