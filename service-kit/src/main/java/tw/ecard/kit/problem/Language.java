package tw.ecard.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Which of the two languages a caller reads: English when it is preferred, else zh-TW. */
public final class Language {

    /** The language of the bundles without a suffix. */
    public static final Locale DEFAULT = Locale.TRADITIONAL_CHINESE;

    private Language() {}

    /** The language to answer in. */
    public static Locale of(HttpHeaders headers) {
        List<Locale> wanted = wanted(headers);
        boolean english = !wanted.isEmpty()
                && Locale.ENGLISH.getLanguage().equals(wanted.get(0).getLanguage());
        return english ? Locale.ENGLISH : DEFAULT;
    }

    private static List<Locale> wanted(HttpHeaders headers) {
        try {
            return headers.getAcceptableLanguages();
        } catch (WebApplicationException e) {
            // A header that cannot be read names no language; it must not cost the caller the answer.
            return List.of();
        }
    }
}
