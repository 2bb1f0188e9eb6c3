package tw.ecard.registration.eligibility;

import tw.ecard.registration.reader.Flaw;

/** Why a person cannot be in a group application; the names are those of the row errors that say so. */
public enum Ineligibility {
    NOT_ROC_NATIONAL,
    NEEDS_MANUAL_REVIEW,
    CATEGORY_NOT_ELIGIBLE,
    ALREADY_HOLDS_CARD,
    DUPLICATE_IN_PROGRESS;

    /** What a value with this flaw says about its person, or null where it is only a wrong value. */
    public static Ineligibility of(Flaw flaw) {
        return switch (flaw) {
            case NOT_ROC_NATIONAL, RESIDENCE_PERMIT_SERIAL -> NOT_ROC_NATIONAL;
            case NEEDS_MANUAL_REVIEW -> NEEDS_MANUAL_REVIEW;
            case CATEGORY_NOT_ELIGIBLE -> CATEGORY_NOT_ELIGIBLE;
            default -> null;
        };
    }
}
