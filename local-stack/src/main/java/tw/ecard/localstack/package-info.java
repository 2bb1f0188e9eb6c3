/**
 * Real PostgreSQL, Kafka, Keycloak and SMTP on this machine, and the two packaged services on top of them: as the
 * launcher behind {@code ./start}, and as resources for tests. Nothing here knows what an application or a roster is,
 * but for the demo, which speaks to the services over their public APIs only.
 */
package tw.ecard.localstack;
