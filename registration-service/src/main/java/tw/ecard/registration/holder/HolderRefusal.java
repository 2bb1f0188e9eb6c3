package tw.ecard.registration.holder;

import tw.ecard.kit.problem.Refusal;

/** What is refused about the register of existing holders. */
abstract sealed class HolderRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private HolderRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** No import named this person. */
    static final class NotRegistered extends HolderRefusal {
        private static final long serialVersionUID = 1L;

        NotRegistered() {
            super(Kind.NOT_FOUND, "holder-not-registered");
        }
    }

    /** The number is no national ID. */
    static final class InvalidNationalId extends HolderRefusal {
        private static final long serialVersionUID = 1L;

        InvalidNationalId() {
            super(Kind.INVALID, "invalid-national-id");
        }
    }
}
