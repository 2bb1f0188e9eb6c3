/**
 * The staff's desk: what waits, taking the next case, and everything that can be done with it. A resource class
 * translates HTTP and calls one use case; the rules are in the ticket and in the policies here.
 */
package tw.ecard.queue.desk;
