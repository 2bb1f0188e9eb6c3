package tw.ecard.queue.history;

import java.util.Optional;
import tw.ecard.queue.ticket.Outcome;

/** What is counted of a case. */
public enum Milestone {
    ARRIVED,
    /** Staff gave it back to be corrected. */
    RETURNED,
    APPROVED,
    REJECTED,
    ISSUED,
    WITHDRAWN;

    /** Empty for a number behind which nobody stood. */
    static Optional<Milestone> of(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> Optional.of(APPROVED);
            case REJECTED -> Optional.of(REJECTED);
            case ISSUED -> Optional.of(ISSUED);
            case WITHDRAWN -> Optional.of(WITHDRAWN);
            case VOIDED -> Optional.empty();
        };
    }

    /** Whether the library decided the case with it. */
    public boolean isDecision() {
        return this == APPROVED || this == REJECTED || this == ISSUED;
    }
}
