/**
 * What happened to cases, a line each for counting: how much a lane gets done, and the statistics. Facts alone: nothing
 * that the working calendar could change. Written by whoever changes a case, in the same transaction.
 */
package tw.ecard.queue.history;
