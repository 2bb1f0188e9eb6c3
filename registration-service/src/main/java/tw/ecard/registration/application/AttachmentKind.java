package tw.ecard.registration.application;

import java.util.EnumSet;
import java.util.Set;

/** The papers of an application (the letter's row 2). */
public enum AttachmentKind {
    /** A scan of the official document itself; optional. */
    OFFICIAL_DOCUMENT("official-document"),
    /** 申請單, bearing the institution's seal. */
    APPLICATION_FORM("application-form"),
    /** 個人資料授權同意聲明書, signed or stamped by the contact. */
    CONSENT_DECLARATION("consent-declaration");

    /** Without these an application is not complete for review. */
    public static final Set<AttachmentKind> REQUIRED = Set.copyOf(EnumSet.of(APPLICATION_FORM, CONSENT_DECLARATION));

    private final String pathName;

    AttachmentKind(String pathName) {
        this.pathName = pathName;
    }

    /** The name in addresses. */
    public String pathName() {
        return pathName;
    }
}
