package tw.ecard.registration.eligibility;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What people read about a policy, in Chinese as used in Taiwan or in English. */
final class EligibilityTexts {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private EligibilityTexts() {}

    /** What the policy says. */
    static String message(EligibilityPolicy.Name policy, Locale locale) {
        return text(policy + ".message", locale);
    }

    /** What somebody who is refused by it can do instead. */
    static String advice(EligibilityPolicy.Name policy, Locale locale) {
        return text(policy + ".advice", locale);
    }

    private static String text(String key, Locale locale) {
        return ResourceBundle.getBundle("eligibility", locale, NO_FALLBACK).getString(key);
    }
}
