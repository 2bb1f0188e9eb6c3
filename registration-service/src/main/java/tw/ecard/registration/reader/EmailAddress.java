package tw.ecard.registration.reader;

import org.hibernate.validator.internal.constraintvalidators.bv.EmailValidator;

/** An e-mail address (the addr-spec of RFC 5322) of a domain that can be on the Internet. */
public record EmailAddress(String value) {

    private static final int MAX_CHARACTERS = 254;

    /** The check behind {@code @Email}, called without the machinery around it: it runs a million times a roster. */
    private static final EmailValidator ADDR_SPEC = new EmailValidator();

    public static Parsed<EmailAddress> parse(String text) {
        String address = PlainText.halfWidth(text);
        boolean valid = address.length() <= MAX_CHARACTERS
                && address.indexOf('.', address.lastIndexOf('@')) > 0
                && ADDR_SPEC.isValid(address, null);
        return valid ? Parsed.of(new EmailAddress(address)) : Parsed.refused(Flaw.EMAIL_FORMAT);
    }

    @Override
    public String toString() {
        return Masking.value(value);
    }
}
