package tw.ecard.registration.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.sql.SqlState;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.person.KnownPeople;
import tw.ecard.registration.person.KnownRows;
import tw.ecard.registration.person.PersonTaken;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.vault.FileVault;
import tw.ecard.registration.vault.RowSeal;

/**
 * Checks one claimed roster. Reading, copying, taking the people and accepting are one transaction: either all
 * readers are held and the application has its ticket, or nothing of it happened.
 */
@ApplicationScoped
class ValidatingRoster {

    /** Beside the check itself: time to end the copy and to wait for the application's lock. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final int ATTEMPTS = 5;

    private final RosterConfig config;
    private final Sql sql;
    private final FileVault vault;
    private final RowSeal seal;
    private final ReaderCodec codec;
    private final RosterQueue queue;
    private final ConcludingRoster concluding;
    private final Rosters rosters;
    private final KnownPeople knownPeople;

    ValidatingRoster(
            RosterConfig config,
            Sql sql,
            FileVault vault,
            RowSeal seal,
            ReaderCodec codec,
            RosterQueue queue,
            ConcludingRoster concluding,
            Rosters rosters,
            KnownPeople knownPeople) {
        this.config = config;
        this.sql = sql;
        this.vault = vault;
        this.seal = seal;
        this.codec = codec;
        this.queue = queue;
        this.concluding = concluding;
        this.rosters = rosters;
        this.knownPeople = knownPeople;
    }

    /**
     * Brings the roster to its end.
     *
     * @param stopping asked now and then; when it says true the check ends without a result
     * @throws ClaimLost when it is not for this worker to decide any more
     */
    void validate(Claim claim, BooleanSupplier stopping) {
        int attempts = 1;
        while (!conclude(claim, stopping)) {
            if (++attempts > ATTEMPTS) {
                throw new IllegalStateException("others who take and release the same people keep coming between");
            }
        }
    }

    /** False when another transaction came between, and nothing is decided. */
    private boolean conclude(Claim claim, BooleanSupplier stopping) {
        SpreadsheetLimits limits = config.limits();
        Findings findings = new Findings(config.listedRows());
        showProgress(claim, stopping, 0, null);
        try {
            QuarkusTransaction.requiringNew()
                    .timeout((int) limits.deadline().plus(MARGIN).toSeconds())
                    .run(() -> sql.onConnection(connection -> {
                        accept(claim, check(claim, connection, limits, findings, stopping), findings, stopping);
                        return claim;
                    }));
            return true;
        } catch (NotAcceptable notAcceptable) {
            return giveBack(claim, notAcceptable.checked, findings);
        } catch (RuntimeException e) {
            if (SqlState.GAVE_WAY.caused(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Gives the outcome with all readers copied; throws {@link NotAcceptable} to undo what was copied. */
    private Checked check(
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
            Checked checked = new Checked(outcome, run.people());
            if (!outcome.isAccepted()) {
                throw new NotAcceptable(checked);
            }
            copy.end();
            return checked;
        }
    }

    private void accept(Claim claim, Checked checked, Findings findings, BooleanSupplier stopping) {
        RosterOutcome outcome = checked.outcome();
        Runnable beating = () -> showProgress(claim, stopping, outcome.rowsRead(), outcome.rowsRead());
        try {
            concluding.accept(claim, outcome, checked.people(), findings, beating);
        } catch (PersonTaken taken) {
            throw new NotAcceptable(checked);
        }
    }

    /** Whatever else is wrong, people who are known are named too: one round of corrections has to do. */
    private boolean giveBack(Claim claim, Checked checked, Findings findings) {
        KnownRows known = checked.people() == null
                ? KnownRows.none()
                : knownPeople.among(checked.people(), rosters.inForce(claim.applicationId()));
        if (known.isEmpty() && checked.outcome().isAccepted()) {
            // Who had one of them has released them since.
            return false;
        }
        RosterOutcome outcome = checked.outcome();
        if (!known.isEmpty()) {
            RefusedPeople.note(known, checked.people(), findings);
            outcome = outcome.withFurther(known.count(), findings.wrongRows() - outcome.rowsWrong());
        }
        int compared = checked.people() == null ? 0 : checked.people().size();
        concluding.giveBack(claim, outcome, findings, compared, known);
        return true;
    }

    private void showProgress(Claim claim, BooleanSupplier stopping, int rowsRead, Integer rowsTotal) {
        if (stopping.getAsBoolean() || !queue.renew(claim, rowsRead, rowsTotal)) {
            throw new ClaimLost();
        }
    }

    /** What a check came to, and who is in the file; nobody where it was not read to its end. */
    private record Checked(RosterOutcome outcome, PeopleInRows people) {}

    /** Ends the transaction of a roster that has errors. */
    private static final class NotAcceptable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Checked checked;

        NotAcceptable(Checked checked) {
            super("the roster has errors", null, false, false);
            this.checked = checked;
        }
    }
}
