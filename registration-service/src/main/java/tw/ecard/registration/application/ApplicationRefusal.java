package tw.ecard.registration.application;

import java.util.Set;
import tw.ecard.kit.problem.Refusal;

/** What an application refuses. */
public abstract sealed class ApplicationRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private ApplicationRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** The institution has an open application with this document number (the letter's row 9). */
    static final class DuplicateOfficialDocument extends ApplicationRefusal {
        private static final long serialVersionUID = 1L;

        DuplicateOfficialDocument(DocumentNumber number, String receiptNumber) {
            super(Kind.CONFLICT, "duplicate-official-document");
            tell("documentNumber", number.text());
            tell("receiptNumber", receiptNumber);
        }
    }

    /** A step that the present state does not allow. */
    static final class StepOutOfOrder extends ApplicationRefusal {
        private static final long serialVersionUID = 1L;

        StepOutOfOrder(ApplicationStatus status) {
            super(Kind.CONFLICT, "step-out-of-order");
            tell("applicationStatus", status);
        }
    }

    /** A roster before the library agreed. */
    static final class NotApproved extends ApplicationRefusal {
        private static final long serialVersionUID = 1L;

        NotApproved(ApplicationStatus status) {
            super(Kind.CONFLICT, "application-not-approved");
            tell("applicationStatus", status);
        }
    }

    /** A roster after one was accepted. */
    static final class RosterAlreadyAccepted extends ApplicationRefusal {
        private static final long serialVersionUID = 1L;

        RosterAlreadyAccepted(ApplicationStatus status) {
            super(Kind.CONFLICT, "roster-already-accepted");
            tell("applicationStatus", status);
        }
    }

    /** A roster while another is being checked. */
    static final class RosterInValidation extends ApplicationRefusal {
        private static final long serialVersionUID = 1L;

        RosterInValidation(ApplicationStatus status) {
            super(Kind.CONFLICT, "roster-in-validation");
            tell("applicationStatus", status);
        }
    }

    /** Papers are sent in as corrected while only a roster is asked for. */
    static final class RosterRequired extends ApplicationRefusal {
        private static final long serialVersionUID = 1L;

        RosterRequired(ApplicationStatus status) {
            super(Kind.CONFLICT, "roster-required");
            tell("applicationStatus", status);
        }
    }

    /** Papers are sent in as corrected while one is missing. */
    static final class DocumentsMissing extends ApplicationRefusal {
        private static final long serialVersionUID = 1L;

        DocumentsMissing(Set<AttachmentKind> missing) {
            super(Kind.CONFLICT, "documents-missing");
            tell("missing", missing.stream().sorted().toList());
        }
    }
}
