package tw.ecard.systemtests.actor;

/** What a contact is told, by the words of the subject. */
public enum MailKind {
    RECEIVED("申請案已收件"),
    APPROVED("申請案已同意，請填送讀者資料檔"),
    REJECTED("申請案審核結果"),
    ROSTER_RETURNED("讀者資料檔須更正"),
    QUEUED("資料已齊備，進入製證程序"),
    RETURNED("申請案請補正"),
    COMPLETED("數位借閱證已辦理完成"),
    CONTACT_CHANGED_FORMER("聯絡人已變更"),
    CONTACT_CHANGED_PRESENT("您已登記為本案聯絡人");

    private final String subject;

    MailKind(String subject) {
        this.subject = subject;
    }

    public String subject() {
        return subject;
    }
}
