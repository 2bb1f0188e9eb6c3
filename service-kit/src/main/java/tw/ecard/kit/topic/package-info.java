/** The Kafka topics that the services use, made where they are missing. */
package tw.ecard.kit.topic;
