package tw.ecard.registration.card;

import tw.ecard.kit.problem.Refusal;
import tw.ecard.registration.application.ApplicationStatus;

/** What is refused about cards. */
abstract sealed class CardRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private CardRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** The application is not completed: there are no cards yet. */
    static final class NotIssued extends CardRefusal {
        private static final long serialVersionUID = 1L;

        NotIssued(ApplicationStatus status) {
            super(Kind.CONFLICT, "cards-not-issued");
            tell("applicationStatus", status);
        }
    }

    /** The list does not come in this format. */
    static final class NoSuchFormat extends CardRefusal {
        private static final long serialVersionUID = 1L;

        NoSuchFormat() {
            super(Kind.INVALID, "card-list-format-not-available");
        }
    }
}
