/**
 * How long a case has taken and by when it is promised: a ledger of what happened to its clock, and the working
 * calendar. Everything else is computed when it is read, so a changed calendar changes every answer at once.
 *
 * <p>Knows no tickets and no database.
 */
package tw.ecard.queue.clock;
