package tw.ecard.registration.holder;

import java.time.Instant;
import java.util.UUID;
import tw.ecard.registration.roster.check.RosterProblem;

/**
 * A register of existing holders and what became of it.
 *
 * @param read rows with content, so far while it is imported; of each one {@code added}, {@code alreadyKnown} or
 *     {@code wrong} counts it
 * @param alreadyKnown people who held a card before, from an earlier import or from here, or stood there twice
 * @param problem why the file could not be imported at all; null where it could
 */
record HolderImport(
        UUID id,
        Status status,
        String fileName,
        Instant receivedAt,
        Instant finishedAt,
        int read,
        int added,
        int alreadyKnown,
        int wrong,
        RosterProblem problem) {

    enum Status {
        RECEIVED,
        IMPORTING,
        /** Every valid row counts from here on. */
        IMPORTED,
        /** Nothing was imported. */
        REFUSED
    }

    boolean isFinished() {
        return status == Status.IMPORTED || status == Status.REFUSED;
    }
}
