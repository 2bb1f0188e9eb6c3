/**
 * What the system promises, told from outside: the packaged services on a real PostgreSQL, Kafka, Keycloak and SMTP,
 * used over HTTP as institutions and staff use them. Nothing here reaches into a service; databases, topics and files
 * are looked at only where a promise is about them.
 */
package tw.ecard.systemtests;
