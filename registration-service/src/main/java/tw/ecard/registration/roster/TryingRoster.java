package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RosterProblem;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.upload.Upload;

/**
 * A dry run: checks a file as an upload would be checked, and keeps nothing of it. Nor does it ask who else is known to
 * the library: that is told only about people whom an approved application names.
 */
@ApplicationScoped
class TryingRoster {

    private final RosterConfig config;
    private final DryRunConfig dryRuns;
    private final DryRunTurns turns;
    private final Clock clock;

    TryingRoster(RosterConfig config, DryRunConfig dryRuns, DryRunTurns turns, Clock clock) {
        this.config = config;
        this.dryRuns = dryRuns;
        this.turns = turns;
        this.clock = clock;
    }

    /** What a check came to. */
    record Tried(RosterOutcome outcome, Findings findings) {}

    /** Checks; refuses what is no spreadsheet, what takes too long for a call, and everybody when too many come. */
    Tried run(Upload upload) {
        OpeningUpload.requireSpreadsheet(upload, config.limits());
        Tried tried = turns.take(() -> check(upload));
        RosterProblem problem = tried.outcome().problem();
        if (problem != null && problem.code() == RosterProblem.Code.TOO_SLOW) {
            throw new RosterRefusal.CheckTooLong(dryRuns.deadline());
        }
        return tried;
    }

    private Tried check(Upload upload) {
        Findings findings = new Findings(config.listedRows());
        RosterOutcome outcome = RosterCheck.run(
                SpreadsheetSource.of(upload.content()),
                config.limits().within(dryRuns.deadline()),
                Taipei.dayOf(clock.instant()),
                findings);
        return new Tried(outcome, findings);
    }
}
