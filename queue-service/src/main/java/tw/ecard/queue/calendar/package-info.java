/**
 * Which days are worked in Taiwan's government offices, and counting in them. Days come as data (an office calendar a
 * year, a published file, single closures); a year that was never loaded is reported as missing and never guessed.
 *
 * <p>Knows nothing of tickets or promises: what a count means to a case is in {@code tw.ecard.queue.clock}.
 */
package tw.ecard.queue.calendar;
