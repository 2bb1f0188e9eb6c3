/** What contacts were told of cases that will be late. When that is to be told is decided in {@code tw.ecard.queue.watch}. */
package tw.ecard.queue.delay;
