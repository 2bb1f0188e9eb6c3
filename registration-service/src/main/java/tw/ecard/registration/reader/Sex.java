package tw.ecard.registration.reader;

/** 性別, as 男/女, M/F or 1/2. */
public enum Sex {
    MALE,
    FEMALE;

    public static Parsed<Sex> parse(String text) {
        return switch (PlainText.compact(text)) {
            case "男", "M", "1" -> Parsed.of(MALE);
            case "女", "F", "2" -> Parsed.of(FEMALE);
            default -> Parsed.refused(Flaw.SEX_FORMAT);
        };
    }
}
