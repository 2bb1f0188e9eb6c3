package tw.ecard.queue.notification;

/** Said in the transaction that has a mail sent; heard once that is committed. */
record MailIsDue() {}
