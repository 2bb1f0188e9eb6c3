package tw.ecard.registration.holder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import tw.ecard.registration.person.CardHolders;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.Parsed;

/** Takes somebody out of the register, who was in it by mistake or gave the card back. */
@ApplicationScoped
class RemovingHolder {

    private final CardHolders holders;
    private final Clock clock;

    RemovingHolder(CardHolders holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    /** Removes; refuses when the number is none, or of nobody in the register. */
    @Transactional
    void remove(String nationalId, String reason, String by) {
        Parsed<NationalId> id = NationalId.parse(nationalId);
        if (id.isRefused()) {
            throw new HolderRefusal.InvalidNationalId();
        }
        if (!holders.remove(id.value(), reason, clock.instant(), by)) {
            throw new HolderRefusal.NotRegistered();
        }
    }
}
