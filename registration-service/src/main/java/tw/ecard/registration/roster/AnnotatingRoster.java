package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.audit.AuditDeed;
import tw.ecard.kit.audit.AuditLog;
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
    private final AnnotationConfig annotation;
    private final AuditLog audit;
    private final Turns turns;

    AnnotatingRoster(
            Rosters rosters,
            RefusedPeople refusedPeople,
            FileVault vault,
            RosterConfig config,
            AnnotationConfig annotation,
            AuditLog audit) {
        this.rosters = rosters;
        this.refusedPeople = refusedPeople;
        this.vault = vault;
        this.config = config;
        this.annotation = annotation;
        this.audit = audit;
        this.turns = new Turns(annotation.concurrency(), annotation.patience(), RosterRefusal.AnnotatedFilesBusy::new);
    }

    /** A copy that is yet to be written. */
    record Annotated(String fileName, SpreadsheetFormat format, Content content) {}

    /** Writes the copy, to its end or not validly at all; before its first byte it may refuse. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Refuses where nothing is found yet, or nothing that a row could be told. The copy is the whole file, unmasked, so it
     * is noted when it goes to anybody but its sender.
     */
    Annotated annotate(UUID id, Reach reach, Locale language, AuditActor by) {
        Roster roster = rosters.get(id, reach);
        mustHaveFindings(roster);
        if (reach.isEverything()) {
            audit.recordAlone(AuditDeed.of("ANNOTATED_FILE_TAKEN", "ROSTER", roster.id(), by));
        }
        return new Annotated(
                AnnotatedName.of(roster.fileName(), roster.format()),
                AnnotatedCopy.formatOf(roster.format()),
                out -> write(roster, language, out));
    }

    private void write(Roster roster, Locale language, OutputStream out) throws IOException {
        try {
            turns.take(() -> {
                writeUnchecked(roster, language, out);
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeUnchecked(Roster roster, Locale language, OutputStream out) {
        UUID file = rosters.file(roster.id());
        AnnotatedCopy copy = new AnnotatedCopy(roster.format(), language, refusedPeople.errors(roster.id()));
        try {
            copy.write(
                    () -> vault.openChannel(file),
                    config.limits().within(annotation.deadline()),
                    Taipei.dayOf(roster.receivedAt()),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
