package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RosterProblem;

/**
 * Rosters that wait for their check, shared by the workers of all replicas. A claim is a lease: it is renewed with the
 * progress, and ends by itself when its worker dies. Order matters little here, the ticket is drawn at acceptance; what
 * failed before goes behind what did not.
 */
@ApplicationScoped
class RosterQueue {

    private static final String CLAIM = """
            UPDATE roster SET status = 'VALIDATING', lease_token = ?, lease_until = ?, attempts = attempts + 1,
                rows_read = 0, rows_total = NULL
            WHERE id = (
                SELECT id FROM roster
                WHERE status IN ('RECEIVED', 'VALIDATING') AND (lease_until IS NULL OR lease_until < ?)
                ORDER BY attempts, received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, application_id, file_id, received_at, attempts""";
    private static final String RENEW = """
            UPDATE roster r SET lease_until = ?, rows_read = ?, rows_total = ?
            FROM application a
            WHERE r.id = ? AND r.lease_token = ? AND a.id = r.application_id AND a.status = 'ROSTER_VALIDATING'""";
    private static final String FINISH = """
            UPDATE roster SET status = ?, format = ?, rows_read = ?, rows_total = ?, accepted = ?, wrong_rows = ?,
                error_count = ?, warning_count = ?, problem_code = ?, problem_parameters = ?, finished_at = ?,
                lease_token = NULL, lease_until = NULL
            WHERE id = ? AND lease_token = ?""";

    private static final int MOST_DOUBLINGS = 10;

    private final Sql sql;
    private final RosterConfig config;
    private final Clock clock;

    RosterQueue(Sql sql, RosterConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** Takes a roster that nobody checks. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Claim> claim() {
        UUID token = UUID.randomUUID();
        Instant now = clock.instant();
        return sql.first(
                row -> new Claim(
                        Rows.uuid(row, "id"),
                        Rows.uuid(row, "application_id"),
                        Rows.uuid(row, "file_id"),
                        token,
                        Rows.instant(row, "received_at"),
                        row.getInt("attempts")),
                CLAIM,
                token,
                now.plus(config.lease()),
                now);
    }

    /** Shows the progress and keeps the claim; false when there is nothing left to decide for its holder. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean renew(Claim claim, int rowsRead, Integer rowsTotal) {
        return sql.update(
                        RENEW,
                        clock.instant().plus(config.lease()),
                        rowsRead,
                        rowsTotal,
                        claim.rosterId(),
                        claim.token())
                == 1;
    }

    /** Gives a roster back whose check was broken off through no fault of its own: it may be taken up at once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveBack(Claim claim) {
        release(claim, clock.instant(), claim.attempt() - 1);
    }

    /** Gives a roster back whose check failed. It is tried again after a lease's time, and twice that with each failure. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void postpone(Claim claim) {
        Duration pause = config.lease().multipliedBy(1L << Math.min(claim.attempt() - 1, MOST_DOUBLINGS));
        release(claim, clock.instant().plus(pause), claim.attempt());
    }

    private void release(Claim claim, Instant free, int attempts) {
        sql.update(
                "UPDATE roster SET lease_token = NULL, lease_until = ?, attempts = ? WHERE id = ? AND lease_token = ?",
                free,
                attempts,
                claim.rosterId(),
                claim.token());
    }

    /** Writes what the check came to; false when the claim is no longer the present one. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean finish(Claim claim, RosterStatus status, RosterOutcome outcome) {
        RosterProblem problem = outcome.problem();
        return sql.update(
                        FINISH,
                        status,
                        outcome.format(),
                        outcome.rowsRead(),
                        outcome.rowsRead(),
                        status == RosterStatus.ACCEPTED ? outcome.rowsAccepted() : 0,
                        outcome.rowsWrong(),
                        outcome.errorCount(),
                        outcome.warningCount(),
                        problem == null ? null : problem.code(),
                        problem == null ? null : problem.parameters().toArray(String[]::new),
                        clock.instant(),
                        claim.rosterId(),
                        claim.token())
                == 1;
    }
}
