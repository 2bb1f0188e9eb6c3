package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import tw.ecard.kit.sql.Sql;

/**
 * Whether mails can go out at all, for all replicas. While they cannot, one mail at a time is tried, and the pauses
 * between are those of the outage and not of each mail: once a mail goes through, all others follow at once.
 */
@ApplicationScoped
class MailOutage {

    private static final Logger LOG = Logger.getLogger(MailOutage.class);

    private static final String IS_THERE = "SELECT count(*) FROM mail_outage";
    private static final String LOCK_DUE_PROBE =
            "SELECT id FROM mail_outage WHERE next_probe_at <= ? FOR UPDATE SKIP LOCKED";
    private static final String LOCKED_FAILURES = "SELECT failures FROM mail_outage FOR UPDATE";
    private static final String PROBE_AGAIN_AT = "UPDATE mail_outage SET next_probe_at = ?";
    private static final String RECORD = """
            INSERT INTO mail_outage (id, since, failures, next_probe_at, reason) VALUES (1, ?, 1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET failures = mail_outage.failures + 1,
                next_probe_at = EXCLUDED.next_probe_at, reason = EXCLUDED.reason""";
    private static final String END = "DELETE FROM mail_outage";

    private final Sql sql;
    private final Clock clock;
    private final Backoff pauses;

    MailOutage(Sql sql, Clock clock, MailConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.pauses = new Backoff(config.firstRetry(), config.longestProbePause());
    }

    /**
     * Whether a mail may be taken now: there is no outage, or the next try is due and no other replica is about to make
     * it. The try is this replica's until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean letsThrough() {
        return sql.number(IS_THERE) == 0
                || sql.first(row -> row.getInt(1), LOCK_DUE_PROBE, clock.instant())
                        .isPresent();
    }

    /** A mail was taken: until its worker says more, or counts as dead, nobody makes another try. */
    @Transactional(Transactional.TxType.MANDATORY)
    void isProbedUntilEndOf(Duration lease) {
        sql.update(PROBE_AGAIN_AT, clock.instant().plus(lease));
    }

    /** The mail that was tried says nothing of the others: the next one may be tried at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    void isStillUnknown() {
        sql.update(PROBE_AGAIN_AT, clock.instant());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void goesOn(String reason) {
        int failures = sql.first(row -> row.getInt(1), LOCKED_FAILURES).orElse(0) + 1;
        Duration pause = pauses.after(failures, ThreadLocalRandom.current());
        sql.update(RECORD, clock.instant(), clock.instant().plus(pause), reason);
        LOG.warnf("no mail goes out (failure %d), the next try is in %s: %s", failures, pause, reason);
    }

    /** A mail went through. */
    @Transactional(Transactional.TxType.MANDATORY)
    void ends() {
        if (sql.update(END) > 0) {
            LOG.info("mails go out again");
        }
    }
}
