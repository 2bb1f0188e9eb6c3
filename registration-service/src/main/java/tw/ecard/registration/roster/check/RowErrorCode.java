package tw.ecard.registration.roster.check;

import tw.ecard.registration.reader.Flaw;

/** What can be wrong in a row. Names are part of the API and stay as they are. */
public enum RowErrorCode {
    REQUIRED,
    NAME_TOO_LONG,
    NATIONAL_ID_FORMAT,
    NATIONAL_ID_CHECKSUM,
    NOT_ROC_NATIONAL,
    NEEDS_MANUAL_REVIEW,
    DATE_FORMAT,
    DATE_IN_FUTURE,
    AGE_OUT_OF_RANGE,
    CATEGORY_NOT_ELIGIBLE,
    SEX_FORMAT,
    SEX_MISMATCH(Severity.WARNING),
    PHONE_FORMAT,
    MOBILE_FORMAT,
    EMAIL_FORMAT,
    POSTCODE_FORMAT,
    DUPLICATE_IN_FILE,
    DUPLICATE_IN_PROGRESS,
    ALREADY_HOLDS_CARD,
    CELL_TOO_LONG,
    FORMULA_VALUE(Severity.WARNING),
    LEADING_ZERO_RESTORED(Severity.WARNING),
    VALUE_NORMALISED(Severity.WARNING),
    AGE_IMPLAUSIBLE(Severity.WARNING),
    EXAMPLE_ROW,
    UNKNOWN_COLUMN(Severity.WARNING),
    UNREADABLE_CHARACTER(Severity.WARNING);

    private final Severity severity;

    RowErrorCode() {
        this(Severity.ERROR);
    }

    RowErrorCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** What is wrong with a row whose value has the flaw. */
    public static RowErrorCode of(Flaw flaw) {
        return flaw == Flaw.RESIDENCE_PERMIT_SERIAL ? NOT_ROC_NATIONAL : valueOf(flaw.name());
    }
}
