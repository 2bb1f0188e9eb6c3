/**
 * Keeping the office calendar over HTTP: a changed day moves the dates of open cases, and whoever is concerned is told.
 * The counting itself is in {@code tw.ecard.queue.calendar}.
 */
package tw.ecard.queue.office;
