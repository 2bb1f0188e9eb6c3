package tw.ecard.registration.roster;

import tw.ecard.kit.problem.Refusal;

/** What is refused about rosters beyond what their application refuses. */
abstract sealed class RosterRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RosterRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** Nothing is left to call off. */
    static final class NotInValidation extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        NotInValidation(RosterStatus status) {
            super(Kind.CONFLICT, "roster-not-in-validation");
            tell("rosterStatus", status);
        }
    }

    /** A waiting time that is none, or too long. */
    static final class InvalidWait extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        InvalidWait(long maximumSeconds) {
            super(Kind.INVALID, "invalid-wait");
            tell("maximumSeconds", maximumSeconds);
        }
    }

    /** The template does not come in this format. */
    static final class NoSuchTemplate extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        NoSuchTemplate() {
            super(Kind.INVALID, "template-format-not-available");
        }
    }
}
