/**
 * Which lane a case waits in, how urgent its document is, and the gate through which a lane is entered and left. Used by
 * every other part of the queue, uses none.
 */
package tw.ecard.queue.lane;
