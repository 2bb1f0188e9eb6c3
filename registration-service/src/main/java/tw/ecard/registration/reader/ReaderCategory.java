package tw.ecard.registration.reader;

/**
 * 身分別: who may be in a group application. Staff and students of the school, staff of the agency (機關同仁); no
 * relatives, no alumni, nobody else [臺教國署高字第1090092849號, 2020-08-10, row 8].
 */
public enum ReaderCategory {
    STUDENT,
    STAFF;

    public static Parsed<ReaderCategory> parse(String text) {
        return switch (PlainText.compact(text)) {
            case "學生" -> Parsed.of(STUDENT);
            case "教職員", "教師", "老師", "職員", "員工", "同仁", "機關同仁" -> Parsed.of(STAFF);
            default -> Parsed.refused(Flaw.CATEGORY_NOT_ELIGIBLE);
        };
    }
}
