/**
 * Events leave with the change that they speak of: {@link tw.ecard.kit.outbox.Outbox} records them in its transaction,
 * the relay sends what is recorded to Kafka, in order, at least once. Nothing here decides what an event says.
 */
package tw.ecard.kit.outbox;
