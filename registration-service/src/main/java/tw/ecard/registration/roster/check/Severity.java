package tw.ecard.registration.roster.check;

/** An error returns the roster; a warning is told and returns nothing. */
public enum Severity {
    ERROR,
    WARNING
}
