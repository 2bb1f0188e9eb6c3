package tw.ecard.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies that are announced as too large with a problem, before the server would refuse them with nothing. */
@ApplicationScoped
class BodyLimit {

    private static final int TOO_LARGE = 413;
    /** The server's own limit stands at -2. */
    private static final int BEFORE_THE_SERVERS_LIMIT = -3;

    private final long limit;
    private final ObjectMapper json;
    private final ProblemTexts texts;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit,
            ObjectMapper json,
            ProblemTexts texts) {
        this.limit = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.json = json;
        this.texts = texts;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_SERVERS_LIMIT).handler(this::check);
    }

    private void check(RoutingContext call) {
        String announced = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || Long.parseLong(announced) <= limit) {
            call.next();
            return;
        }
        HttpServerResponse answer = call.response();
        // The body is not read, so the connection cannot serve another call.
        answer.setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language(call).toLanguageTag())
                .end(problem(call));
    }

    private String problem(RoutingContext call) {
        Problem problem = new Problem(
                Problem.TYPE_PREFIX + "http-413",
                texts.text("http-413.title", language(call), Map.of()),
                TOO_LARGE,
                texts.text("http-413.detail", language(call), Map.of()),
                call.request().path(),
                List.of(),
                UUID.randomUUID().toString(),
                Map.of());
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is made of text and numbers", e);
        }
    }

    private static Locale language(RoutingContext call) {
        List<LanguageHeader> wanted = call.acceptableLanguages();
        boolean english = !wanted.isEmpty()
                && Locale.ENGLISH.getLanguage().equals(wanted.get(0).tag());
        return english ? Locale.ENGLISH : Language.DEFAULT;
    }
}
