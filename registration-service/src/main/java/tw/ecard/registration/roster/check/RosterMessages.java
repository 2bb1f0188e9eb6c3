package tw.ecard.registration.roster.check;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What people read about an error or a problem, in Chinese as used in Taiwan or in English. A message says what to do;
 * what it is made of are a code and parameters, so that it can be made again in another language.
 */
public final class RosterMessages {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private RosterMessages() {}

    public static String of(RowError error, Locale locale) {
        return of(error.code(), error.parameters(), locale);
    }

    public static String of(RowErrorCode code, List<String> parameters, Locale locale) {
        ResourceBundle texts = texts(locale);
        String variant = parameters.isEmpty() ? "" : code + "." + parameters.get(0);
        return format(texts.getString(texts.containsKey(variant) ? variant : code.name()), parameters);
    }

    /** What the code means wherever it stands, and what to do about it: without the values of one cell. */
    public static String summary(RowErrorCode code, Locale locale) {
        ResourceBundle texts = texts(locale);
        String general = "summary." + code;
        return texts.getString(texts.containsKey(general) ? general : code.name());
    }

    public static String of(RosterProblem problem, Locale locale) {
        return format(texts(locale).getString("problem." + problem.code()), problem.parameters());
    }

    /** The message as a line beside its row: with its column, and a warning said to be one. */
    public static String line(RowError error, Locale locale) {
        return format(texts(locale).getString("line." + error.severity()), List.of(error.column(), of(error, locale)));
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("roster-errors", locale, NO_FALLBACK);
    }

    private static String format(String pattern, List<String> parameters) {
        return parameters.isEmpty() ? pattern : new MessageFormat(pattern, Locale.ROOT).format(parameters.toArray());
    }
}
