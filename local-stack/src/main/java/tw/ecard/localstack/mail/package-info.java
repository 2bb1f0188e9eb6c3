/**
 * A mail server that delivers into a folder, for whoever wants to read what the services send, and one that answers as a
 * test tells it to.
 */
package tw.ecard.localstack.mail;
