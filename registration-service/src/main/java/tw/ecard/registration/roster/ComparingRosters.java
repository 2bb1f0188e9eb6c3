package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;

/**
 * What a corrected file changed, against the last one before it that was read to its end. It is worked out when it is
 * asked for: both lists are bounded, and neither changes any more.
 */
@ApplicationScoped
class ComparingRosters {

    private static final List<RowErrorCode> ERRORS = Arrays.stream(RowErrorCode.values())
            .filter(code -> code.severity() == Severity.ERROR)
            .toList();

    private final Rosters rosters;
    private final RowErrors rowErrors;

    ComparingRosters(Rosters rosters, RowErrors rowErrors) {
        this.rosters = rosters;
        this.rowErrors = rowErrors;
    }

    /**
     * Two files of one application.
     *
     * @param complete whether every error of both is listed, so that the changes are all there are
     */
    record Comparison(Roster earlier, ErrorChanges changes, boolean complete) {}

    /** Nothing where this file or every one before it was not read to its end. */
    Optional<Comparison> withTheOneBefore(Roster later) {
        return later.isReadToItsEnd()
                ? rosters.before(later).map(earlier -> compare(earlier, later))
                : Optional.empty();
    }

    private Comparison compare(Roster earlier, Roster later) {
        List<RowError> before = errors(earlier);
        List<RowError> now = errors(later);
        boolean complete = before.size() == earlier.errorCount() && now.size() == later.errorCount();
        return new Comparison(earlier, ErrorChanges.between(before, now), complete);
    }

    private List<RowError> errors(Roster roster) {
        return roster.errorCount() == 0
                ? List.of()
                : rowErrors.after(roster.id(), ERRORS, null, 0, Integer.MAX_VALUE).stream()
                        .map(RowErrors.Listed::error)
                        .toList();
    }
}
