package tw.ecard.kit.access;

/**
 * Whose data a caller sees; queries take it, so that a stranger's id is simply not found.
 *
 * @param institutionCode the one institution, or null for all of them
 */
public record Reach(String institutionCode) {

    /** Staff and services see every institution. */
    public static final Reach EVERYTHING = new Reach(null);

    /** No institution has this code: a token that names none sees nothing. */
    static final String NOBODY = "";

    public boolean isEverything() {
        return institutionCode == null;
    }

    /** True when data of the institution may be seen. */
    public boolean covers(String code) {
        return isEverything() || institutionCode.equals(code);
    }
}
