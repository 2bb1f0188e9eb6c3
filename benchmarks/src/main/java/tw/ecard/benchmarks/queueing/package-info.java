/**
 * How fast cases come into the queue, through it and out of it, beside what the database and the broker alone do with
 * the same rows and records.
 */
package tw.ecard.benchmarks.queueing;
