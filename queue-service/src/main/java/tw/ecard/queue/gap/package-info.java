/**
 * Numbers that do not come: fetched from registration-service when Kafka no longer has them, made visible while they are
 * missing, replayed or voided by an administrator. Never admits past a gap; that is intake's.
 */
package tw.ecard.queue.gap;
