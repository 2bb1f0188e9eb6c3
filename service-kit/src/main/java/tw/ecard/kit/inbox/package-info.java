/**
 * Events take effect once: received from Kafka, kept in the inbox, applied in the order of their subject's sequence,
 * each in one transaction with its effect. What cannot be applied becomes a dead letter, and the subject's later events
 * wait behind it until an administrator replays it.
 */
package tw.ecard.kit.inbox;
