package tw.ecard.registration.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.vault.FileVault;
import tw.ecard.registration.vault.RowSeal;

/**
 * Checks one claimed roster. Reading, copying and accepting are one transaction: either all readers are held and the
 * application has its ticket, or nothing of it happened.
 */
@ApplicationScoped
class ValidatingRoster {

    /** Beside the check itself: time to end the copy and to wait for the application's lock. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final RosterConfig config;
    private final Sql sql;
    private final FileVault vault;
    private final RowSeal seal;
    private final ReaderCodec codec;
    private final RosterQueue queue;
    private final ConcludingRoster concluding;

    ValidatingRoster(
            RosterConfig config,
            Sql sql,
            FileVault vault,
            RowSeal seal,
            ReaderCodec codec,
            RosterQueue queue,
            ConcludingRoster concluding) {
        this.config = config;
        this.sql = sql;
        this.vault = vault;
        this.seal = seal;
        this.codec = codec;
        this.queue = queue;
        this.concluding = concluding;
    }

    /**
     * Brings the roster to its end.
     *
     * @param stopping asked now and then; when it says true the check ends without a result
     * @throws ClaimLost when it is not for this worker to decide any more
     */
    void validate(Claim claim, BooleanSupplier stopping) {
        SpreadsheetLimits limits = config.limits();
        Findings findings = new Findings(config.listedRows());
        showProgress(claim, stopping, 0, null);
        try {
            QuarkusTransaction.requiringNew()
                    .timeout((int) limits.deadline().plus(MARGIN).toSeconds())
                    .run(() -> sql.onConnection(connection -> {
                        RosterOutcome outcome = check(claim, connection, limits, findings, stopping);
                        concluding.accept(claim, outcome, findings);
                        return outcome;
                    }));
        } catch (NotAcceptable notAcceptable) {
            concluding.giveBack(claim, notAcceptable.outcome, findings);
        }
    }

    /** Gives the outcome with all readers copied; throws {@link NotAcceptable} to undo what was copied. */
    private RosterOutcome check(
            Claim claim, Connection connection, SpreadsheetLimits limits, Findings findings, BooleanSupplier stopping)
            throws SQLException {
        try (ReaderCopy copy = ReaderCopy.start(connection, claim.rosterId())) {
            CheckRun run = new CheckRun(
                    copy,
                    reader -> seal.seal(claim.rosterId(), reader.row(), codec.encode(reader)),
                    findings,
                    (rowsTotal, rowsRead) -> showProgress(claim, stopping, rowsRead, rowsTotal));
            RosterOutcome outcome = RosterCheck.run(
                    () -> vault.openChannel(claim.fileId()), limits, Taipei.dayOf(claim.receivedAt()), run);
            if (!outcome.isAccepted()) {
                throw new NotAcceptable(outcome);
            }
            copy.end();
            return outcome;
        }
    }

    private void showProgress(Claim claim, BooleanSupplier stopping, int rowsRead, Integer rowsTotal) {
        if (stopping.getAsBoolean() || !queue.renew(claim, rowsRead, rowsTotal)) {
            throw new ClaimLost();
        }
    }

    /** Ends the transaction of a roster that has errors. */
    private static final class NotAcceptable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RosterOutcome outcome;

        NotAcceptable(RosterOutcome outcome) {
            super("the roster has errors", null, false, false);
            this.outcome = outcome;
        }
    }
}
