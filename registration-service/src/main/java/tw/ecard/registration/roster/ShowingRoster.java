package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import tw.ecard.registration.roster.ComparingRosters.Comparison;

/** Puts together what is shown of a roster. */
@ApplicationScoped
class ShowingRoster {

    private final FindingCounts counts;
    private final ComparingRosters comparing;

    ShowingRoster(FindingCounts counts, ComparingRosters comparing) {
        this.counts = counts;
        this.comparing = comparing;
    }

    RosterView show(Roster roster, Locale language) {
        if (!roster.status().isFinished()) {
            return RosterView.of(roster, List.of(), null, language);
        }
        return RosterView.of(
                roster,
                counts.of(roster.id()),
                comparing
                        .withTheOneBefore(roster)
                        .map(RosterChangesView.ShortView::of)
                        .orElse(null),
                language);
    }

    /** What it changed against the file before it; refuses where there are no two to compare. */
    RosterChangesView showChanges(Roster roster, Locale language) {
        if (!roster.status().isFinished()) {
            throw new RosterRefusal.NotYetChecked(roster.status());
        }
        Comparison comparison = comparing.withTheOneBefore(roster).orElseThrow(RosterRefusal.NothingToCompare::new);
        return RosterChangesView.of(comparison, counts.of(comparison.earlier().id()), counts.of(roster.id()), language);
    }
}
