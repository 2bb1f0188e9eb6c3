package tw.ecard.systemtests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON Schemas of the events, formats included. */
public final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder = Contracts.folder().resolve("events");
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** What is wrong with the event: its envelope, the data of its type, or that its type is not in the contract. */
    public List<String> violations(JsonNode event) {
        List<String> violations = new ArrayList<>(violations("envelope", event));
        String type = event.path("type").asText();
        if (Files.notExists(file(type))) {
            violations.add("no schema for " + type);
        } else {
            violations.addAll(violations(type, event.path("data")));
        }
        return violations;
    }

    public static JsonNode parse(String event) {
        try {
            return JSON.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> violations(String name, JsonNode json) {
        return schemas.computeIfAbsent(name, this::load).validate(json).stream()
                .map(message -> name + " " + message.getMessage())
                .toList();
    }

    private JsonSchema load(String name) {
        try {
            return factory.getSchema(JSON.readTree(file(name).toFile()), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".schema.json");
    }
}
