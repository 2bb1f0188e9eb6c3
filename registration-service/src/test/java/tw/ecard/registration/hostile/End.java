package tw.ecard.registration.hostile;

import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RosterProblem.Code;

/**
 * How a file ends.
 *
 * @param code why it is refused or returned as a whole, else null
 */
public record End(Kind kind, Code code) {

    /** From the best to the worst. */
    public enum Kind {
        ACCEPTED,
        /** Returned with errors in rows. */
        ROWS_WRONG,
        /** Taken in, and returned with one problem. */
        RETURNED,
        /** Not even taken in: it cannot be opened. */
        REFUSED
    }

    public static final End ACCEPTED = new End(Kind.ACCEPTED, null);
    public static final End ROWS_WRONG = new End(Kind.ROWS_WRONG, null);

    public static End returned(Code code) {
        return new End(Kind.RETURNED, code);
    }

    public static End refused(Code code) {
        return new End(Kind.REFUSED, code);
    }

    /** What a check came to; what cannot be opened has no format. */
    static End of(RosterOutcome outcome) {
        if (outcome.problem() == null) {
            return outcome.isAccepted() ? ACCEPTED : ROWS_WRONG;
        }
        return outcome.format() == null
                ? refused(outcome.problem().code())
                : returned(outcome.problem().code());
    }

    /** {@code RETURNED DAMAGED}. */
    @Override
    public String toString() {
        return code == null ? kind.name() : kind + " " + code;
    }
}
