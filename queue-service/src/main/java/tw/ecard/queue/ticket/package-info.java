/**
 * A case and its place in a lane: what can happen to it and who may make it happen, where it is kept, and the events
 * that tell the other service. Knows neither HTTP nor mail.
 */
package tw.ecard.queue.ticket;
