package tw.ecard.registration.reader;

/**
 * What can be wrong with a value of a person's data. A flaw beside a value is a remark about it; a flaw instead of a
 * value is a refusal.
 */
public enum Flaw {
    NAME_TOO_LONG,
    UNREADABLE_CHARACTER,
    NATIONAL_ID_FORMAT,
    NATIONAL_ID_CHECKSUM,
    /** A resident number of a foreigner. */
    NOT_ROC_NATIONAL,
    /** The serial number of a residence permit, which is not even a resident number. */
    RESIDENCE_PERMIT_SERIAL,
    /** A number that a national without household registration may also have. */
    NEEDS_MANUAL_REVIEW,
    DATE_FORMAT,
    DATE_IN_FUTURE,
    AGE_OUT_OF_RANGE,
    AGE_IMPLAUSIBLE,
    CATEGORY_NOT_ELIGIBLE,
    SEX_FORMAT,
    SEX_MISMATCH,
    PHONE_FORMAT,
    MOBILE_FORMAT,
    EMAIL_FORMAT,
    POSTCODE_FORMAT,
    LEADING_ZERO_RESTORED,
    VALUE_NORMALISED
}
