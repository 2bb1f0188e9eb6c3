package tw.ecard.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What a service answered. */
public record Answer(String call, int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:ecard:problem:";

    /** The same answer, once it is certain that it has this status. */
    public Answer expect(int wanted) {
        assertThat(status).as(() -> this + "\n" + text()).isEqualTo(wanted);
        return this;
    }

    /** Holds that this is a problem with the status and type, in the form of RFC 9457. */
    public Answer expectProblem(int wanted, String type) {
        expect(wanted);
        assertThat(header("content-type")).as("content type of " + this).startsWith(PROBLEM);
        JsonNode problem = json();
        assertThat(problem.path("type").asText()).as(text()).isEqualTo(TYPE_PREFIX + type);
        assertThat(problem.path("status").asInt()).isEqualTo(wanted);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        return this;
    }

    /** The stable end of the problem's type; empty when this is no problem. */
    public String problem() {
        return header("content-type").startsWith(PROBLEM)
                ? json().path("type").asText().replace(TYPE_PREFIX, "")
                : "";
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + this, e);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public String etag() {
        return header("etag");
    }

    /** The header, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return call + " → " + status;
    }
}
