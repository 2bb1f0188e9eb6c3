/**
 * Mails to contacts: planned in the transaction that is their cause, sent by a worker that asks for the present contact
 * and state first. A mail holds no personal data but the contact's own name.
 */
package tw.ecard.queue.notification;
