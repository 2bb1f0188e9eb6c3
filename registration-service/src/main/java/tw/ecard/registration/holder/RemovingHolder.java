package tw.ecard.registration.holder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.audit.AuditDeed;
import tw.ecard.kit.audit.AuditLog;
import tw.ecard.registration.person.CardHolders;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.Parsed;

/** Takes somebody out of the register, who was in it by mistake or gave the card back. */
@ApplicationScoped
class RemovingHolder {

    private final CardHolders holders;
    private final AuditLog audit;
    private final Clock clock;

    RemovingHolder(CardHolders holders, AuditLog audit, Clock clock) {
        this.holders = holders;
        this.audit = audit;
        this.clock = clock;
    }

    /** Removes; refuses when the number is none, or of nobody in the register. */
    @Transactional
    void remove(String nationalId, String reason, AuditActor by) {
        Parsed<NationalId> id = NationalId.parse(nationalId);
        if (id.isRefused()) {
            throw new HolderRefusal.InvalidNationalId();
        }
        long removal = holders.remove(id.value(), reason, clock.instant(), by.name())
                .orElseThrow(HolderRefusal.NotRegistered::new);
        // The reason stays with the removal: what somebody wrote does not belong where nothing can be erased.
        audit.record(AuditDeed.of("HOLDER_REMOVED", "HOLDER_REMOVAL", removal, by));
    }
}
