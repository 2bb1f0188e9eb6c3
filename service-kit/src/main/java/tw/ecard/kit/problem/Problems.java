package tw.ecard.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a call into a problem: the one place that knows HTTP statuses of refusals. */
@ApplicationScoped
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNPROCESSABLE = 422;
    private static final int REVISION_MISSING = 428;
    private static final int TOO_OFTEN = 429;
    private static final Set<Integer> SPOKEN_OF = Set.of(400, 401, 403, 404, 405, 406, 413, 415);
    /** What the framework says when a body without a Content-Length grows beyond the limit. */
    private static final String TOO_LARGE = "Request too large";
    /** A NUL character, which JSON can carry and PostgreSQL cannot. */
    private static final String NOT_IN_CHARACTER_SET = "22021";

    private final ProblemTexts texts;
    private final AllowedMethods allowedMethods;

    Problems(ProblemTexts texts, AllowedMethods allowedMethods) {
        this.texts = texts;
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, HttpHeaders headers, UriInfo uri) {
        List<FieldError> errors = refusal.errors().stream()
                .map(error -> new FieldError(
                        error.pointer(), texts.text(error.message(), Language.of(headers), refusal.properties())))
                .toList();
        Response problem =
                problem(statusOf(refusal.kind()), refusal.code(), refusal.properties(), errors, headers, uri);
        return refusal.retryAfter()
                .map(pause -> Response.fromResponse(problem)
                        .header(HttpHeaders.RETRY_AFTER, pause.toSeconds())
                        .build())
                .orElse(problem);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, HttpHeaders headers, UriInfo uri) {
        if (!violations.getConstraintViolations().stream().allMatch(ViolatedPart::isOfTheRequest)) {
            // An answer or a row of ours is wrong: not the caller's doing.
            return failed(violations, headers, uri);
        }
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(ViolatedPart.of(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::message))
                .toList();
        return problem(400, "invalid-request", Map.of(), errors, headers, uri);
    }

    /** Named one by one: the framework has a mapper of its own for the second, which repeats the value. */
    @ServerExceptionMapper({JsonMappingException.class, MismatchedInputException.class})
    Response unreadable(JsonMappingException failure, HttpHeaders headers, UriInfo uri) {
        return unreadableJson(failure, headers, uri);
    }

    @ServerExceptionMapper
    Response ended(WebApplicationException ending, HttpHeaders headers, UriInfo uri) {
        Response given = ending.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        if (ending.getCause() instanceof JsonProcessingException unreadable) {
            return unreadableJson(unreadable, headers, uri);
        }
        if (given.getStatus() >= 500) {
            return failed(ending, headers, uri);
        }
        Response problem = problem(given.getStatus(), codeOf(given.getStatus()), Map.of(), List.of(), headers, uri);
        if (given.getStatus() == METHOD_NOT_ALLOWED) {
            Set<String> allowed = allowedMethods.of(uri.getRequestUri().getPath());
            return Response.fromResponse(problem).allow(allowed).build();
        }
        return problem;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Throwable failure, HttpHeaders headers, UriInfo uri) {
        return Response.fromResponse(problem(401, "http-401", Map.of(), List.of(), headers, uri))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpHeaders headers, UriInfo uri) {
        return problem(403, "http-403", Map.of(), List.of(), headers, uri);
    }

    /** Reveals nothing of the cause but where to find it. */
    @ServerExceptionMapper
    Response failed(Throwable failure, HttpHeaders headers, UriInfo uri) {
        if (TOO_LARGE.equals(failure.getMessage())) {
            return problem(413, "http-413", Map.of(), List.of(), headers, uri);
        }
        if (isUnstorableText(failure)) {
            return problem(400, "unstorable-text", Map.of(), List.of(), headers, uri);
        }
        Response problem = problem(500, "internal-error", Map.of(), List.of(), headers, uri);
        String traceId = ((Problem) problem.getEntity()).traceId();
        LOG.errorf(failure, "call failed, trace id %s", traceId);
        return problem;
    }

    private Response unreadableJson(JsonProcessingException failure, HttpHeaders headers, UriInfo uri) {
        return problem(400, "unreadable-json", Map.of(), List.of(locate(failure, headers)), headers, uri);
    }

    /** Says where, never what: the value may be personal. */
    private FieldError locate(JsonProcessingException failure, HttpHeaders headers) {
        JsonLocation location = failure.getLocation();
        Map<String, Object> place = Map.of(
                "line", location == null ? 0 : location.getLineNr(),
                "column", location == null ? 0 : location.getColumnNr());
        String pointer = failure instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
        return new FieldError(pointer, texts.text("unreadable-json.place", Language.of(headers), place));
    }

    private Response problem(
            int status,
            String code,
            Map<String, Object> properties,
            List<FieldError> errors,
            HttpHeaders headers,
            UriInfo uri) {
        Problem problem = new Problem(
                Problem.TYPE_PREFIX + code,
                texts.text(code + ".title", Language.of(headers), properties),
                status,
                texts.text(code + ".detail", Language.of(headers), properties),
                uri.getRequestUri().getRawPath(),
                errors,
                traceId(),
                properties);
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .language(Language.of(headers))
                .entity(problem)
                .build();
    }

    private static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_CONTENT -> 415;
            case UNPROCESSABLE -> UNPROCESSABLE;
            case REVISION_MISSING -> REVISION_MISSING;
            case TOO_OFTEN -> TOO_OFTEN;
            case BUSY -> 503;
        };
    }

    private static String traceId() {
        Object traceId = MDC.get("traceId");
        return traceId == null ? UUID.randomUUID().toString() : traceId.toString();
    }

    /** A status that only the framework gives keeps the text of the general refusal. */
    private static String codeOf(int status) {
        return SPOKEN_OF.contains(status) ? "http-" + status : "http-400";
    }

    private static boolean isUnstorableText(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && NOT_IN_CHARACTER_SET.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
