package tw.ecard.queue.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that a worker has taken to send.
 *
 * @param attempts how often it failed before
 */
record DueMail(UUID id, PlannedMail mail, int attempts, Instant createdAt) {

    /** The same at every try, so that a mail that was sent twice is recognised as one. */
    String messageId(String domain) {
        return "<" + id + "@" + domain + ">";
    }
}
