/**
 * What came in, what was decided and how long it took, counted from what is written in {@code tw.ecard.queue.history} on
 * the calendar as it is now. Changes nothing, names nobody.
 */
package tw.ecard.queue.statistics;
