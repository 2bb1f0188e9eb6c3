package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.audit.AuditDeed;
import tw.ecard.kit.audit.AuditLog;

/** Gives staff the readers of a roster to look at, and notes who looked at which rows; they are shown masked. */
@ApplicationScoped
class LookingAtReaders {

    private final Rosters rosters;
    private final Readers readers;
    private final AuditLog audit;

    LookingAtReaders(Rosters rosters, Readers readers, AuditLog audit) {
        this.rosters = rosters;
        this.readers = readers;
        this.audit = audit;
    }

    /** A page of readers behind a row, and one more where another page follows. */
    @Transactional
    List<HeldReader> look(UUID id, Reach reach, long afterRow, int size, AuditActor by) {
        Roster roster = rosters.get(id, reach);
        List<HeldReader> found = readers.after(roster.id(), afterRow, size + 1);
        audit.record(AuditDeed.of("READERS_SEEN_MASKED", "ROSTER", roster.id(), by)
                .with("afterRow", afterRow)
                .with("rows", Math.min(size, found.size())));
        return found;
    }
}
