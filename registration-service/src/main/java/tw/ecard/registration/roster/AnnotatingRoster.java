package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.roster.annotation.AnnotatedCopy;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.vault.FileVault;

/** Gives a checked file back to its sender, with what is wrong in it. Nothing is kept: it is made while it is sent. */
@ApplicationScoped
class AnnotatingRoster {

    private final Rosters rosters;
    private final RefusedPeople refusedPeople;
    private final FileVault vault;
    private final RosterConfig config;

    AnnotatingRoster(Rosters rosters, RefusedPeople refusedPeople, FileVault vault, RosterConfig config) {
        this.rosters = rosters;
        this.refusedPeople = refusedPeople;
        this.vault = vault;
        this.config = config;
    }

    /** A copy that is yet to be written. */
    record Annotated(String fileName, SpreadsheetFormat format, Content content) {}

    /** Writes the copy, to its end or not validly at all. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Refuses where nothing is found yet, or nothing that a row could be told. */
    Annotated annotate(UUID id, Reach reach, Locale language) {
        Roster roster = rosters.get(id, reach);
        mustHaveFindings(roster);
        UUID file = rosters.file(id);
        AnnotatedCopy copy = new AnnotatedCopy(roster.format(), language, refusedPeople.errors(id));
        return new Annotated(
                AnnotatedName.of(roster.fileName(), roster.format()),
                AnnotatedCopy.formatOf(roster.format()),
                out -> copy.write(
                        () -> vault.openChannel(file), config.limits(), Taipei.dayOf(roster.receivedAt()), out));
    }

    private static void mustHaveFindings(Roster roster) {
        if (!roster.status().isFinished()) {
            throw new RosterRefusal.AnnotatedFileNotReady(roster.status());
        }
        boolean available = switch (roster.status()) {
            case RETURNED -> roster.problem() == null;
            case ACCEPTED -> roster.warningCount() > 0;
            default -> false;
        };
        if (!available) {
            throw new RosterRefusal.NothingToAnnotate(roster.status());
        }
    }
}
