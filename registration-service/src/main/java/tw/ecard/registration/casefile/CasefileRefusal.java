package tw.ecard.registration.casefile;

import java.util.List;
import tw.ecard.kit.problem.FieldError;
import tw.ecard.kit.problem.Refusal;

/** Requests about applications that say something that cannot be. */
abstract sealed class CasefileRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private CasefileRefusal(Kind kind, String code, List<FieldError> errors) {
        super(kind, code, errors);
    }

    /** Parts of a new application break the rules. */
    static final class InvalidApplication extends CasefileRefusal {
        private static final long serialVersionUID = 1L;

        InvalidApplication(List<FieldError> errors) {
            super(Kind.INVALID, "invalid-application", errors);
        }
    }

    /** An institution applies for another one. */
    static final class ForeignInstitution extends CasefileRefusal {
        private static final long serialVersionUID = 1L;

        ForeignInstitution() {
            super(Kind.FORBIDDEN, "foreign-institution", List.of());
        }
    }
}
