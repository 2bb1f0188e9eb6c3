package tw.ecard.queue.ticket;

import java.util.Locale;

/** The papers of an application, as registration-service names them (the letter, row 2). */
public enum PaperKind {
    /** A scan of the official document itself; optional. */
    OFFICIAL_DOCUMENT,
    /** 申請單, bearing the institution's seal. */
    APPLICATION_FORM,
    /** 個人資料授權同意聲明書, signed or stamped by the contact. */
    CONSENT_DECLARATION;

    /** The name in registration-service's addresses: {@code application-form}. */
    public String pathName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
