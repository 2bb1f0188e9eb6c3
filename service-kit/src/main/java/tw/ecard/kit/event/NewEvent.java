package tw.ecard.kit.event;

/**
 * An event about to be recorded.
 *
 * @param topic the Kafka topic
 * @param subject what it speaks of, also partition key and Kafka key; events of one subject on one topic stay in order
 * @param type the CloudEvents type, which names the schema of the data
 * @param data a record; the outbox adds the {@code sequence} of the subject to it
 */
public record NewEvent(String topic, String subject, String type, Object data) {}
