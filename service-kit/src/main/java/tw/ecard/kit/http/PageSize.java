package tw.ecard.kit.http;

/** How many items a page holds: 50, or what the caller asks for, up to 200. */
public final class PageSize {

    public static final int DEFAULT = 50;
    public static final int MAXIMUM = 200;

    private PageSize() {}

    /** The wanted size; refuses what is outside the bounds. */
    public static int of(Integer wanted) {
        if (wanted == null) {
            return DEFAULT;
        }
        if (wanted < 1 || wanted > MAXIMUM) {
            throw new HttpRefusal.InvalidPageSize(MAXIMUM);
        }
        return wanted;
    }
}
