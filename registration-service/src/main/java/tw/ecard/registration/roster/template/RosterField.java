package tw.ecard.registration.roster.template;

/** The fields of a roster. How each is named in a file is data, see {@link RosterDefinition}. */
public enum RosterField {
    NAME,
    NATIONAL_ID,
    BIRTH_DATE,
    SEX,
    CATEGORY,
    UNIT,
    STUDENT_NUMBER,
    PHONE,
    MOBILE,
    EMAIL,
    POSTCODE,
    ADDRESS,
    REMARKS,
    /** Written by the system into an annotated copy, and ignored when it comes back. */
    ERROR_NOTE
}
