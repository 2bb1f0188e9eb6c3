package tw.ecard.queue.api;

/** The sections of the API's description, in the order of the work. */
public final class ApiSections {

    public static final String LANES = "1. 隊伍";
    public static final String CLAIM = "2. 領取";
    public static final String REVIEW = "3. 審核";
    public static final String ISSUANCE = "4. 製證";
    public static final String RETURN = "5. 退回補正";
    public static final String NOTIFICATIONS = "6. 通知";
    public static final String CALENDAR = "7. 辦公日曆";
    public static final String STATISTICS = "8. 統計";

    private ApiSections() {}
}
