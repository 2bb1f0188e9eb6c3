package tw.ecard.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that could not be read or applied.
 *
 * @param subject what it speaks of; null when the event could not be read at all
 * @param sequence its place among the subject's events; null when it could not be read
 * @param cause why it failed, without the data of the event
 */
public record DeadLetter(UUID id, String topic, String subject, Long sequence, String cause, Instant failedAt) {}
