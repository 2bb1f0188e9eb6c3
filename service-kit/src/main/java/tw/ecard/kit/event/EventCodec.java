package tw.ecard.kit.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes and reads events as CloudEvents 1.0 in structured JSON mode. */
@ApplicationScoped
public class EventCodec {

    private static final String SEQUENCE = "sequence";
    private static final String PARTITION_KEY = "partitionkey";

    private final ObjectMapper json;
    private final URI source;
    private final JsonFormat format = new JsonFormat();

    EventCodec(ObjectMapper json, @ConfigProperty(name = "quarkus.application.name") String serviceName) {
        this.json = json;
        this.source = URI.create("/" + serviceName);
    }

    /** The event as JSON text, its data with the sequence number put in. */
    public String encode(NewEvent event, UUID id, long sequence, Instant time) {
        return encode(event, id, time).numbered(sequence);
    }

    /** The event as JSON text in which the sequence number, last among the data, is still to come. */
    public UnnumberedEvent encode(NewEvent event, UUID id, Instant time) {
        ObjectNode data = json.valueToTree(event.data());
        data.remove(SEQUENCE);
        data.put(SEQUENCE, UnnumberedEvent.NO_NUMBER);
        CloudEvent envelope = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(source)
                .withType(event.type())
                .withSubject(event.subject())
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withExtension(PARTITION_KEY, event.subject())
                .withData("application/json", JsonCloudEventData.wrap(data))
                .build();
        return UnnumberedEvent.of(new String(format.serialize(envelope), StandardCharsets.UTF_8), SEQUENCE);
    }

    /** Reads what came from the topic; throws {@link MalformedEvent} for anything but a complete event. */
    public ReceivedEvent decode(String topic, byte[] body) {
        try {
            CloudEvent envelope = format.deserialize(body);
            JsonNode data = tree(required(envelope.getData(), "data"));
            JsonNode sequence = data.path(SEQUENCE);
            if (!sequence.canConvertToLong() || sequence.asLong() < 1) {
                throw new MalformedEvent("the data carry no sequence");
            }
            String subject = required(envelope.getSubject(), "subject");
            if (subject.indexOf('\0') >= 0) {
                throw new MalformedEvent("the subject is one that no database keeps");
            }
            return new ReceivedEvent(
                    UUID.fromString(envelope.getId()),
                    topic,
                    subject,
                    envelope.getType(),
                    sequence.asLong(),
                    required(envelope.getTime(), "time").toInstant(),
                    data);
        } catch (MalformedEvent e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader of envelopes has exceptions of several kinds, without a common one.
            throw malformed("not a CloudEvents 1.0 event in structured JSON", e);
        }
    }

    /** The data as the record that a consumer reads; properties that it does not know are ignored. */
    public <T> T data(ReceivedEvent event, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(event.data());
        } catch (IOException e) {
            throw malformed("the data do not fit " + event.type(), e);
        }
    }

    private JsonNode tree(CloudEventData data) throws IOException {
        return data instanceof JsonCloudEventData read ? read.getNode() : json.readTree(data.toBytes());
    }

    /** Names the place and the kind of the failure; a parser's own message quotes what it read. */
    private static MalformedEvent malformed(String what, Exception failure) {
        JsonLocation place = failure instanceof JsonProcessingException json ? json.getLocation() : null;
        return new MalformedEvent(what + ": " + failure.getClass().getSimpleName()
                + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }

    private static <T> T required(T value, String name) {
        if (value == null) {
            throw new MalformedEvent("the event has no " + name);
        }
        return value;
    }
}
