package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Puts together what is shown of a roster. */
@ApplicationScoped
class ShowingRoster {

    private final FindingCounts counts;

    ShowingRoster(FindingCounts counts) {
        this.counts = counts;
    }

    RosterView show(Roster roster, Locale language) {
        List<FindingCount> summary = roster.status().isFinished() ? counts.of(roster.id()) : List.of();
        return RosterView.of(roster, summary, language);
    }
}
