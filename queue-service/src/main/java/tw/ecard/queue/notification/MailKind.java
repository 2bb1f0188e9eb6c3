package tw.ecard.queue.notification;

import java.util.Locale;

/** What a mail tells its reader. */
public enum MailKind {
    RECEIVED("申請案已收件"),
    APPROVED("申請案已同意，請填送讀者資料檔"),
    REJECTED("申請案審核結果"),
    /** The roster was returned by the validation. */
    ROSTER_RETURNED("讀者資料檔須更正"),
    /** Everything is in: the case stands in the issuance lane. */
    QUEUED("資料已齊備，進入製證程序"),
    /** Staff returned the case. */
    RETURNED("申請案請補正"),
    COMPLETED("數位借閱證已辦理完成"),
    /** The library will not be done in time. */
    DELAYED("申請案辦理時程順延"),
    /** To the contact who was replaced (the letter, row 1). */
    CONTACT_CHANGED_FORMER("聯絡人已變更"),
    /** To the contact who was named. */
    CONTACT_CHANGED_PRESENT("您已登記為本案聯絡人");

    private final String subject;

    MailKind(String subject) {
        this.subject = subject;
    }

    /** The subject line, without the receipt number. */
    String subject() {
        return subject;
    }

    /** The name of its templates: {@code roster-returned}. */
    String templateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
