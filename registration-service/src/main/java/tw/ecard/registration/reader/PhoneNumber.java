package tw.ecard.registration.reader;

/**
 * A phone number of Taiwan in digits, from its zero on, with the extension apart (null where there is none). A
 * spreadsheet that took the number for a quantity has dropped the zero; where the rest fits with it, it is put back.
 */
public record PhoneNumber(String number, String extension) {

    private static final String[] EXTENSION_MARKS = {"#", "分機", "轉", "EXT.", "EXT"};

    /** A landline, or a mobile: the column 電話 accepts both. */
    public static Parsed<PhoneNumber> parse(String text) {
        String compact = PlainText.compact(text);
        int mark = -1;
        int digitsFrom = -1;
        for (String candidate : EXTENSION_MARKS) {
            mark = compact.indexOf(candidate);
            if (mark >= 0) {
                digitsFrom = mark + candidate.length();
                break;
            }
        }
        String extension = mark < 0 ? null : digits(compact.substring(digitsFrom));
        String digits = national(mark < 0 ? compact : compact.substring(0, mark));
        if (digits == null || mark >= 0 && !isExtension(extension)) {
            return Parsed.refused(Flaw.PHONE_FORMAT);
        }
        if (isMobile(digits) || AreaCode.admits(digits)) {
            return Parsed.of(new PhoneNumber(digits, extension));
        }
        String restored = "0" + digits;
        if (isMobile(restored) || AreaCode.admits(restored)) {
            return Parsed.remarked(new PhoneNumber(restored, extension), Flaw.LEADING_ZERO_RESTORED);
        }
        return Parsed.refused(Flaw.PHONE_FORMAT);
    }

    /** A mobile only: ten digits from 09. */
    public static Parsed<PhoneNumber> parseMobile(String text) {
        String digits = national(PlainText.compact(text));
        if (digits == null) {
            return Parsed.refused(Flaw.MOBILE_FORMAT);
        }
        if (isMobile(digits)) {
            return Parsed.of(new PhoneNumber(digits, null));
        }
        if (isMobile("0" + digits)) {
            return Parsed.remarked(new PhoneNumber("0" + digits, null), Flaw.LEADING_ZERO_RESTORED);
        }
        return Parsed.refused(Flaw.MOBILE_FORMAT);
    }

    private static boolean isMobile(String digits) {
        return digits.length() == 10 && digits.startsWith("09");
    }

    private static boolean isExtension(String digits) {
        return digits != null && !digits.isEmpty() && digits.length() <= 8;
    }

    /** The digits as dialled inside the country, null where there is anything but digits and separators. */
    private static String national(String compact) {
        if (!compact.startsWith("+")) {
            return digits(compact);
        }
        if (!compact.startsWith("+886")) {
            return null;
        }
        String digits = digits(compact.substring(4));
        return digits == null || digits.startsWith("0") ? digits : "0" + digits;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ("-()./~–—‐".indexOf(c) < 0) {
                return null;
            }
        }
        return digits.toString();
    }

    /** {@code 0255512345#12}. */
    public String dialled() {
        return extension == null ? number : number + "#" + extension;
    }

    @Override
    public String toString() {
        return Masking.value(number);
    }
}
