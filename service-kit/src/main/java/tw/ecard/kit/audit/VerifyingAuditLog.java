package tw.ecard.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Walks the chain from its beginning to the end that it has when the walk begins, a page of entries at a time. An entry
 * that was changed, one that is missing, and an end that is not where the head says break it.
 */
@ApplicationScoped
class VerifyingAuditLog {

    private static final int PAGE = 1_000;

    private final AuditEntries entries;

    VerifyingAuditLog(AuditEntries entries) {
        this.entries = entries;
    }

    /** Why a chain is broken. */
    enum Breach {
        /** The entry, or the link of the one before it, is not what was written. */
        ALTERED,
        /** There is no entry of this number. */
        MISSING,
        /** Every entry fits the one before it, but the last is not the one that the head knows: all were written anew. */
        REWRITTEN
    }

    /**
     * What was found.
     *
     * @param sound how many entries from the first on are as they were written
     * @param last the link of the last sound one; kept elsewhere, it proves later that nothing up to it was changed
     * @param breach what is wrong with the next entry; null when nothing is
     */
    record Verification(long sound, AuditHash last, Breach breach) {}

    Verification verify() {
        AuditHead head = entries.head();
        long sound = 0;
        AuditHash last = AuditHash.NONE;
        AuditHash before = AuditHash.NONE;
        while (sound < head.number()) {
            List<AuditEntry> page = entries.after(sound, head.number(), PAGE);
            if (page.isEmpty()) {
                return new Verification(sound, last, Breach.MISSING);
            }
            for (AuditEntry entry : page) {
                Breach breach = breachOf(entry, sound, last);
                if (breach != null) {
                    return new Verification(sound, last, breach);
                }
                sound = entry.number();
                before = last;
                last = entry.hash();
            }
        }
        return last.equals(head.hash())
                ? new Verification(sound, last, null)
                : new Verification(Math.max(0, sound - 1), before, Breach.REWRITTEN);
    }

    private static Breach breachOf(AuditEntry entry, long sound, AuditHash last) {
        if (entry.number() != sound + 1) {
            return Breach.MISSING;
        }
        return entry.hashAfter(last).equals(entry.hash()) ? null : Breach.ALTERED;
    }
}
