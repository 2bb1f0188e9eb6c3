package tw.ecard.queue.notification;

import tw.ecard.queue.notification.ComposingMail.Composed;

/**
 * A mail as it goes out.
 *
 * @param to one address, as somebody wrote it
 * @param messageId with its brackets; the same at each try
 * @param thread what it belongs to, as its References say
 * @param attachment null when there is none
 */
record OutgoingMail(String to, Composed content, String messageId, String thread, Attachment attachment) {

    /** @param type its media type */
    record Attachment(String fileName, String type, byte[] content) {}
}
