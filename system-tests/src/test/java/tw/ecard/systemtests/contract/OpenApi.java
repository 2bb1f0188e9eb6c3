package tw.ecard.systemtests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.ecard.systemtests.stack.Call;

/** The API that a running service describes. */
public final class OpenApi {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final String url;
    private final JsonNode document;

    private OpenApi(String url, JsonNode document) {
        this.url = url;
        this.document = document;
    }

    public static OpenApi of(String serviceUrl) {
        JsonNode document = Call.get(serviceUrl + "/q/openapi?format=json")
                .send()
                .expect(200)
                .json();
        return new OpenApi(serviceUrl, document);
    }

    /**
     * One call that the service offers.
     *
     * @param path with its parameters in braces
     */
    public record Operation(String method, String path, JsonNode description) {

        public boolean isOpenToAnybody() {
            JsonNode security = description.path("security");
            return security.isArray() && security.isEmpty();
        }

        /** The call on the thing with this id, with the example as its body where it takes one. */
        public Call on(String serviceUrl, String id) {
            String filled = path.replace("{id}", id)
                    .replace("{kind}", "application-form")
                    .replace("{lane}", "review")
                    .replace("{year}", "2026")
                    .replace("{date}", "2026-11-23")
                    .replace("{row}", "2")
                    .replace("{n}", "1");
            if (filled.contains("{")) {
                throw new AssertionError("This test does not know what to put into " + path);
            }
            return withBody(Call.of(method, serviceUrl + filled));
        }

        /** A call of the operation that is well-formed as far as its description tells. */
        private Call withBody(Call call) {
            JsonNode content = description.path("requestBody").path("content");
            if (content.has("multipart/form-data")) {
                return call.file("file.pdf", "%PDF-1.4 …".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return example().map(call::json).orElse(call);
        }

        private Optional<JsonNode> example() {
            JsonNode json = description.path("requestBody").path("content").path("application/json");
            return json.isMissingNode() ? Optional.empty() : Optional.of(json.path("resolvedExample"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode description = path.getValue().path(method);
                if (!description.isMissingNode()) {
                    resolveExample(description);
                    operations.add(
                            new Operation(method.toUpperCase(java.util.Locale.ROOT), path.getKey(), description));
                }
            }
        }
        return operations;
    }

    public JsonNode document() {
        return document;
    }

    public String url() {
        return url;
    }

    /** Puts the example of the body beside its schema: it stands at the body, or at the schema, which may be a reference. */
    private void resolveExample(JsonNode operation) {
        JsonNode json = operation.path("requestBody").path("content").path("application/json");
        if (json instanceof com.fasterxml.jackson.databind.node.ObjectNode body) {
            body.set("resolvedExample", exampleOf(body));
        }
    }

    private JsonNode exampleOf(JsonNode body) {
        JsonNode example = body.path("example");
        if (example.isMissingNode() && body.path("examples").isObject()) {
            example = body.path("examples").elements().next().path("value");
        }
        if (example.isMissingNode()) {
            JsonNode schema = resolved(body.path("schema"));
            example = schema.path("example").isMissingNode()
                    ? schema.path("examples").path(0)
                    : schema.path("example");
        }
        return example.isTextual() ? EventSchemas.parse(example.asText()) : example;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
