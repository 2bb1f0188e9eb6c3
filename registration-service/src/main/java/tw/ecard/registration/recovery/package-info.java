/**
 * What queue-service can no longer get from Kafka: the recorded events behind the tickets of a lane, for its intake to
 * fetch. Reads only; never says anything that was not recorded when it happened.
 */
package tw.ecard.registration.recovery;
