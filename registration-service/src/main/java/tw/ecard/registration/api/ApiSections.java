package tw.ecard.registration.api;

/** The sections of the API's description, in the order of the work. */
public final class ApiSections {

    public static final String APPLICATIONS = "1. 申請案";
    public static final String ATTACHMENTS = "2. 附件";
    public static final String ROSTERS = "3. 讀者資料檔";
    public static final String CARDS = "4. 借閱證";
    public static final String HOLDERS = "5. 既有持證人";
    public static final String SERVICES = "6. 系統間";

    private ApiSections() {}
}
