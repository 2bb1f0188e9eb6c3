package tw.ecard.registration.reader;

/** A postcode of 3, 5 or 6 digits that does not begin with 0. */
public record Postcode(String value) {

    public static Parsed<Postcode> parse(String text) {
        String digits = PlainText.compact(text).replace("-", "");
        boolean length = digits.length() == 3 || digits.length() == 5 || digits.length() == 6;
        boolean valid = length && digits.charAt(0) != '0' && PlainText.areDigits(digits, 0);
        return valid ? Parsed.of(new Postcode(digits)) : Parsed.refused(Flaw.POSTCODE_FORMAT);
    }

    @Override
    public String toString() {
        return Masking.value(value);
    }
}
