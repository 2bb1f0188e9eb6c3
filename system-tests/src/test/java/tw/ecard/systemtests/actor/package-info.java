/** Those who use the system, so that a test reads as what they do: institution and application, desk and case, mailbox. */
package tw.ecard.systemtests.actor;
