package tw.ecard.benchmarks.queueing;

import java.io.IOException;
import java.sql.SQLException;
import tw.ecard.benchmarks.stack.Infrastructure;
import tw.ecard.benchmarks.stack.MeasuredDatabase;
import tw.ecard.benchmarks.stack.UseCases;
import tw.ecard.queue.desk.Claiming;

/**
 * A review lane full of cases: one that queue-service made itself, and copies of it under other numbers. The first ones
 * are closed, those behind them wait.
 */
final class WaitingCases implements AutoCloseable {

    private static final String KEEP_ONE =
            "CREATE TABLE one AS SELECT t.*, c.event, c.at FROM ticket t" + " JOIN clock_entry c ON c.ticket_id = t.id";
    private static final String FORGET_ALL = "TRUNCATE ticket, clock_entry CASCADE";
    private static final String COPY = """
            INSERT INTO ticket SELECT (jsonb_populate_record(null::ticket, to_jsonb(one) || jsonb_build_object(
                'id', md5('case ' || n)::uuid, 'number', n, 'application_id', md5('application ' || n)::uuid,
                'state', CASE WHEN n > %1$d THEN 'WAITING' ELSE 'DONE' END,
                'outcome', CASE WHEN n > %1$d THEN null ELSE 'APPROVED' END))).*
            FROM one, generate_series(1, %2$d) n""";
    private static final String COPY_CLOCKS = """
            INSERT INTO clock_entry (ticket_id, position, event, at)
            SELECT md5('case ' || n)::uuid, 0, event, at FROM one, generate_series(1, %2$d) n
            UNION ALL SELECT md5('case ' || n)::uuid, 1, 'STOPPED', at FROM one, generate_series(1, %1$d) n""";
    private static final String ADMITTED = "UPDATE lane SET admitted_up_to = %2$d WHERE lane = 'REVIEW'";
    /** It would clean up behind one side while the other one works. */
    private static final String NO_AUTOVACUUM = "ALTER TABLE %s SET (autovacuum_enabled = off)";

    private static final String ALL_WAIT = """
            UPDATE ticket SET state = 'WAITING', revision = 0, claimed_by = null, lease_until = null
            WHERE state = 'IN_WORK'""";
    private static final String CLAIMED = """
            SELECT count(*) || ' claimed, ' || coalesce(min(number) || ' to ' || max(number), 'none') || ', written '
                || coalesce(sum(hashtextextended(concat_ws(' ', number, state, revision, claimed_by,
                    lease_until > arrived_at), 0)), 0)
                || (SELECT ', ' || count(DISTINCT subject) || ' events' FROM outbox
                    WHERE type = 'tw.ecard.case.claimed.v1')
                || (SELECT ', ' || sum(s.last) || ' numbered' FROM outbox_sequence s
                    JOIN outbox USING (topic, subject) WHERE type = 'tw.ecard.case.claimed.v1')
            FROM ticket WHERE state = 'IN_WORK'""";
    private static final String NO_EVENTS = "TRUNCATE outbox, outbox_sequence";

    private final MeasuredDatabase database;
    private final UseCases service;

    private WaitingCases(MeasuredDatabase database, UseCases service) {
        this.database = database;
        this.service = service;
    }

    /** Starts the service on a database of this name and fills the lane. */
    static WaitingCases in(Infrastructure infrastructure, String name, int closed, int open)
            throws IOException, InterruptedException, SQLException {
        MeasuredDatabase database = infrastructure.database(name);
        WaitingCases cases = new WaitingCases(database, infrastructure.queueUseCase(Claiming.class, database));
        cases.service.leaveOne();
        int all = closed + open;
        database.execute(
                NO_AUTOVACUUM.formatted("ticket"),
                NO_AUTOVACUUM.formatted("clock_entry"),
                KEEP_ONE,
                FORGET_ALL,
                COPY.formatted(closed, all),
                COPY_CLOCKS.formatted(closed, all),
                ADMITTED.formatted(closed, all));
        cases.tidyUp();
        return cases;
    }

    MeasuredDatabase database() {
        return database;
    }

    UseCases service() {
        return service;
    }

    /** An event that a claim recorded. */
    String anEvent() throws SQLException {
        return database.ask("SELECT body FROM outbox WHERE type = 'tw.ecard.case.claimed.v1' LIMIT 1");
    }

    /** What the claims since the last call left behind; then all cases wait again, on a clean slate. */
    String takeBack() throws SQLException {
        String claimed = database.ask(CLAIMED);
        database.execute(ALL_WAIT, NO_EVENTS);
        tidyUp();
        return claimed;
    }

    private void tidyUp() throws SQLException {
        database.execute("VACUUM ANALYZE ticket", "VACUUM ANALYZE clock_entry", "CHECKPOINT");
    }

    @Override
    public void close() {
        service.close();
    }
}
