/** Watches over promises: finds the cases that will not be done in time, and has their contacts told. Changes no case. */
package tw.ecard.queue.watch;
