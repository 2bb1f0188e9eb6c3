package tw.ecard.queue.notification;

/** What became of a mail. */
enum MailState {
    /** To be sent, or to be tried again. */
    PENDING,
    /** The mail server has it. */
    SENT,
    /** What it asked for is no longer asked. */
    CANCELLED,
    /** Given up. */
    FAILED
}
