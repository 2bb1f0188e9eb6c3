package tw.ecard.registration.reader;

import org.hibernate.validator.internal.constraintvalidators.bv.EmailValidator;

/** An e-mail address (the addr-spec of RFC 5322) of a domain that can be on the Internet. */
public record EmailAddress(String value) {

    private static final int MAX_CHARACTERS = 254;
    private static final int MAX_MAILBOX = 64;
    private static final int MAX_LABEL = 63;

    /** The check behind {@code @Email}, called without the machinery around it: it runs a million times a roster. */
    private static final EmailValidator ADDR_SPEC = new EmailValidator();

    public static Parsed<EmailAddress> parse(String text) {
        String address = PlainText.halfWidth(text);
        boolean valid = address.length() <= MAX_CHARACTERS
                && address.indexOf('.', address.lastIndexOf('@')) > 0
                && (isPlain(address) || ADDR_SPEC.isValid(address, null));
        return valid ? Parsed.of(new EmailAddress(address)) : Parsed.refused(Flaw.EMAIL_FORMAT);
    }

    /**
     * Whether it is made of letters, digits and signs that need no second look, as nearly all addresses are: words of a
     * mailbox and labels of a domain with single dots between them. Every such address is one by the full rules.
     */
    private static boolean isPlain(String address) {
        int at = address.indexOf('@');
        return at > 0 && at <= MAX_MAILBOX && areWords(address, 0, at) && areWords(address, at + 1, address.length());
    }

    private static boolean areWords(String address, int from, int to) {
        int wordStart = from;
        for (int i = from; i <= to; i++) {
            char c = i < to ? address.charAt(i) : '.';
            boolean letterOrDigit = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (c == '.') {
                if (i == wordStart || i - wordStart > MAX_LABEL || address.charAt(i - 1) == '-') {
                    return false;
                }
                wordStart = i + 1;
            } else if (!letterOrDigit && (c != '-' || i == wordStart)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Masking.value(value);
    }
}
