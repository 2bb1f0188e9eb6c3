package tw.ecard.kit.access;

/** The roles of the realm, as tokens name them. */
public final class Role {

    /** A school or agency: its own data only. */
    public static final String INSTITUTION = "institution";
    /** Staff of the library who work on cases. */
    public static final String LIBRARIAN = "librarian";
    /** Staff who keep calendar, holders, dead letters and the audit log. */
    public static final String ADMINISTRATOR = "administrator";
    /** Sees statuses and dates, no people. */
    public static final String OBSERVER = "observer";
    /** The other service. */
    public static final String SERVICE = "service";

    private Role() {}
}
