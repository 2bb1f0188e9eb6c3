package tw.ecard.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * RFC 9457 problem details.
 *
 * @param type stable; clients decide by it
 * @param instance the path that was called
 * @param traceId finds the call in the logs
 * @param properties further members, by type
 */
@Schema(description = "RFC 9457 problem details")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors", "traceId"})
public record Problem(
        @Schema(examples = "urn:ecard:problem:not-found") String type,
        String title,
        int status,
        String detail,
        String instance,
        List<FieldError> errors,
        String traceId,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> properties) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What stands before a refusal's code in the type. */
    public static final String TYPE_PREFIX = "urn:ecard:problem:";
}
