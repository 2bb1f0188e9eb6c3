/**
 * What registration-service says, taken in: numbers are admitted to their lane without a gap, corrections and
 * withdrawals change the cases that they concern, and the mails that follow are planned. Decides nothing about a case.
 */
package tw.ecard.queue.intake;
