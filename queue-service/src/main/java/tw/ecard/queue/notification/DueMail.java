package tw.ecard.queue.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that a worker has taken to send.
 *
 * @param copy 0, or which of the mails that staff had sent once more
 * @param deferrals how often the mail server put it off before
 * @param triedSince when it was planned, or staff had it tried again
 * @param leaseUntil when the worker counts as dead
 */
record DueMail(UUID id, PlannedMail mail, int copy, int deferrals, Instant triedSince, Instant leaseUntil) {

    /** The same at every try, so that a mail that was sent twice is recognised as one. */
    String messageId(String domain) {
        return "<" + id + "@" + domain + ">";
    }

    /** Common to all mails of an application, so that mail programs show them together. */
    String thread(String domain) {
        return "<" + mail.applicationId() + "@" + domain + ">";
    }
}
