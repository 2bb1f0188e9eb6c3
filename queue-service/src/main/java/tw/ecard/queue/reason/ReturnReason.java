package tw.ecard.queue.reason;

import static tw.ecard.queue.reason.Requirement.PAPERS;
import static tw.ecard.queue.reason.Requirement.ROSTER;

import java.util.Locale;

/**
 * The catalogue of reasons for a return. A code means one requirement, so that a return cannot ask for papers with a
 * reason that only a new roster would remove.
 */
public enum ReturnReason {
    SEAL_MISSING(
            PAPERS, "申請單未蓋關防，請補蓋申請單位關防後重新上傳。", "The application form does not bear the institution's official seal."),
    SEAL_ILLEGIBLE(PAPERS, "申請單之關防模糊無法辨識，請重新用印後上傳。", "The official seal on the application form cannot be read."),
    SIGNATURE_MISSING(
            PAPERS,
            "個人資料授權同意聲明書未經聯絡人簽名或蓋章，請補正後重新上傳。",
            "The consent declaration is neither signed nor stamped by the contact."),
    SIGNATURE_NOT_BY_CONTACT(
            PAPERS,
            "個人資料授權同意聲明書之簽章與聯絡人不符，請由聯絡人簽名或蓋章後重新上傳。",
            "The consent declaration is signed by somebody other than the contact."),
    FORM_INCOMPLETE(PAPERS, "申請單填寫不完整，請補填後重新上傳。", "The application form is not completely filled in."),
    DECLARATION_INCOMPLETE(
            PAPERS, "個人資料授權同意聲明書填寫不完整，請補填後重新上傳。", "The consent declaration is not completely filled in."),
    ATTACHMENT_ILLEGIBLE(PAPERS, "附件影像不清楚，請重新掃描後上傳。", "An attachment cannot be read."),
    WRONG_ATTACHMENT(PAPERS, "所附文件與應附文件不符，請重新上傳正確之附件。", "An attachment is not the document it should be."),
    DOCUMENT_MISMATCH(PAPERS, "申請單所載內容與公文不符，請更正後重新上傳。", "The application form and the official document do not agree."),
    OTHER_PAPERS(PAPERS, "申請文件有其他應補正事項，請依說明補正後重新上傳。", "The papers need another correction, as explained."),

    READER_DATA_INCORRECT(ROSTER, "讀者資料檔部分資料有誤，請更正後重新上傳。", "Some of the reader data is wrong."),
    READER_NOT_ELIGIBLE(
            ROSTER, "讀者資料檔列有不符集體辦理資格之人員，請刪除後重新上傳。", "The reader data names people who may not apply collectively."),
    READER_HOLDS_CARD(ROSTER, "讀者資料檔列有已持有借閱證之人員，請刪除後重新上傳。", "The reader data names people who already hold a card."),
    ROSTER_NOT_OF_INSTITUTION(ROSTER, "讀者資料檔所列人員與申請單位不符，請更正後重新上傳。", "The reader data is not that of the institution."),
    OTHER_ROSTER(ROSTER, "讀者資料檔有其他應補正事項，請依說明補正後重新上傳。", "The reader data needs another correction, as explained.");

    private final Requirement requirement;
    private final String chinese;
    private final String english;

    ReturnReason(Requirement requirement, String chinese, String english) {
        this.requirement = requirement;
        this.chinese = chinese;
        this.english = english;
    }

    /** What the applicant has to send again. */
    public Requirement requirement() {
        return requirement;
    }

    /** The text for people, English when asked for and Chinese otherwise. */
    public String text(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : chinese;
    }
}
