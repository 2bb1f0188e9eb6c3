package tw.ecard.kit.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call that the rules refuse. Services derive their refusals from it; title and detail come from their bundle
 * {@code problems} under the code, with the properties put in for <code>{name}</code>.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of refusal it is; decides the HTTP status. */
    public enum Kind {
        /** The request says something that cannot be. */
        INVALID,
        /** The caller may not do this. */
        FORBIDDEN,
        /** There is no such thing, or none that the caller may see. */
        NOT_FOUND,
        /** The state of things does not allow it now. */
        CONFLICT,
        /** The revision that the caller saw is no longer the present one. */
        STALE,
        /** The caller must say which revision it saw. */
        REVISION_MISSING,
        /** More than the configured limit. */
        TOO_LARGE,
        /** A kind of content that is not taken. */
        UNSUPPORTED_CONTENT,
        /** Understood, but contradicts what was said before. */
        UNPROCESSABLE,
        /** The caller asks more often than it may; the same call may be repeated after a while. */
        TOO_OFTEN,
        /** Too much is asked for at this moment; the same call may be repeated after a while. */
        BUSY
    }

    private static final Set<String> MEMBERS_OF_EVERY_PROBLEM =
            Set.of("type", "title", "status", "detail", "instance", "errors", "traceId");

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private final transient List<FieldError> errors;
    private Duration retryAfter;

    protected Refusal(Kind kind, String code) {
        this(kind, code, List.of());
    }

    protected Refusal(Kind kind, String code, List<FieldError> errors) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /**
     * Adds a property that the caller is told, in the text and as a member of the problem; no personal data.
     *
     * @param name none that every problem has: a member that stands there twice is read by chance
     */
    protected final void tell(String name, Object value) {
        if (MEMBERS_OF_EVERY_PROBLEM.contains(name)) {
            throw new IllegalArgumentException(name + " is a member of every problem");
        }
        properties.put(name, value);
    }

    /** Says when it is worth trying again; the caller is told the seconds as a header too. */
    protected final void tellRetryAfter(Duration pause) {
        retryAfter = Duration.ofSeconds(Math.max(1, pause.toSeconds()));
        tell("retryAfterSeconds", retryAfter.toSeconds());
    }

    public final Kind kind() {
        return kind;
    }

    /** The stable end of the problem's type. */
    public final String code() {
        return code;
    }

    public final Map<String, Object> properties() {
        return properties;
    }

    /** After which time the call may be repeated, where that is known. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public final List<FieldError> errors() {
        return errors;
    }
}
