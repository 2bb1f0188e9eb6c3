/** A mail server that delivers into a folder, for whoever wants to read what the services send. */
package tw.ecard.localstack.mail;
