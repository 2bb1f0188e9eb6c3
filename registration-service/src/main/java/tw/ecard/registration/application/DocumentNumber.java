package tw.ecard.registration.application;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 發文字號 of an official document, such as 臺教國署高字第1090092849號: a word of letters, digits and brackets ending in
 * 字, 第, 9 to 11 digits that begin with a ROC year, a suffix of up to four letters, digits or hyphens, 號.
 *
 * @param text in half-width digits and without spaces, 台 as written
 */
public record DocumentNumber(String text) {

    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}()（）〔〕\\[\\]]{1,30}字第(\\d{3})\\d{6,8}[A-Za-z0-9-]{0,4}號");
    private static final int FIRST_YEAR = 80;
    private static final int LAST_YEAR = 199;

    /** Reads what was typed, full-width digits and spaces included; nothing when it is no document number. */
    public static Optional<DocumentNumber> parse(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(new DocumentNumber(text));
    }

    /** The form in which two numbers are compared: 台 and 臺 are the same word. */
    public String comparable() {
        return text.replace('台', '臺').toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
