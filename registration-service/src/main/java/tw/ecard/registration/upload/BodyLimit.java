package tw.ecard.registration.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tw.ecard.kit.problem.Language;
import tw.ecard.kit.problem.Problem;

/**
 * Refuses a body that announces itself as larger than any upload may be, before a byte of it is stored. The server would
 * do so too, but without saying why; resources, which could say it, are not reached.
 */
@ApplicationScoped
class BodyLimit {

    /** Before the server's own check. */
    private static final int PRIORITY = 100;

    private static final int TOO_LARGE = 413;

    private final long maximum;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maximum, ObjectMapper json) {
        this.maximum = maximum.asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() < 19 && Long.parseLong(length) <= maximum) {
            call.next();
            return;
        }
        Locale language = languageOf(call);
        // The rest of the body is not read: the connection is of no further use.
        call.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem(call.request().path(), language))
                .onComplete(sent -> call.request().connection().close());
    }

    private String problem(String path, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "kit-problems",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Problem problem = new Problem(
                Problem.TYPE_PREFIX + "http-413",
                texts.getString("http-413.title"),
                TOO_LARGE,
                texts.getString("http-413.detail"),
                path,
                List.of(),
                UUID.randomUUID().toString(),
                Map.of());
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always written", e);
        }
    }

    private static Locale languageOf(RoutingContext call) {
        String wanted = call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.startsWith("en") ? Locale.ENGLISH : Language.DEFAULT;
    }
}
