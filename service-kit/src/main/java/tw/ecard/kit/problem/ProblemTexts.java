package tw.ecard.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Titles and details of problems: a service's bundle {@code problems} first, then the kit's own; zh-TW or English. */
@ApplicationScoped
class ProblemTexts {

    private static final List<String> BUNDLES = List.of("problems", "kit-problems");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String text(String key, Locale locale, Map<String, Object> properties) {
        for (String bundle : BUNDLES) {
            try {
                String text = ResourceBundle.getBundle(bundle, locale, loader(), NO_FALLBACK)
                        .getString(key);
                return filled(text, properties);
            } catch (MissingResourceException e) {
                // The next bundle may have it.
                continue;
            }
        }
        return key;
    }

    private static String filled(String text, Map<String, Object> properties) {
        String filled = text;
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            filled = filled.replace("{" + property.getKey() + "}", String.valueOf(property.getValue()));
        }
        return filled;
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
