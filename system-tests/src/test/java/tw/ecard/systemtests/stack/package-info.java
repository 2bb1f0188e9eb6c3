/** The running system under test, and the ways to it: HTTP, Keycloak, databases, topics, files. */
package tw.ecard.systemtests.stack;
