package tw.ecard.registration.application;

/** Who may apply collectively: schools for their staff and students, agencies for their staff (the letter's row 8). */
public enum InstitutionKind {
    SCHOOL,
    AGENCY
}
