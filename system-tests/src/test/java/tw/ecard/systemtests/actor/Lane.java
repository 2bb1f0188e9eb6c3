package tw.ecard.systemtests.actor;

import java.util.Locale;

/** Where cases wait for staff. */
public enum Lane {
    REVIEW,
    ISSUANCE;

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
