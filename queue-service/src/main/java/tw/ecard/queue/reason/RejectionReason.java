package tw.ecard.queue.reason;

import java.util.Locale;

/** Why the library does not agree to an application, as mails say it; what staff write beside it stays here. */
public enum RejectionReason {
    INSTITUTION_NOT_ELIGIBLE("申請單位非屬集體辦理之適用對象。", "The institution may not apply collectively."),
    DUPLICATE_APPLICATION("同一申請事由已另案受理。", "The same matter is already handled as another application."),
    NOT_AN_OFFICIAL_APPLICATION("來文與集體辦理數位借閱證之申請程序不符。", "The document is no application for digital library cards."),
    OTHER("經審核未能同意辦理，詳細原因請洽本館承辦人員。", "The application could not be agreed to; please ask the library for the details.");

    private final String chinese;
    private final String english;

    RejectionReason(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The text for people, English when asked for and Chinese otherwise. */
    public String text(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : chinese;
    }
}
