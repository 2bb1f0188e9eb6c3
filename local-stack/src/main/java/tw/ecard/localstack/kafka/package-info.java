/** One Kafka broker that is its own controller (KRaft), in this JVM or as a child process. */
package tw.ecard.localstack.kafka;
