package tw.ecard.kit.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came in.
 *
 * @param id the same at every delivery
 * @param sequence place among the events of the subject on this topic, without gaps from 1
 * @param time when the producer recorded it
 */
public record ReceivedEvent(
        UUID id, String topic, String subject, String type, long sequence, Instant time, JsonNode data) {}
