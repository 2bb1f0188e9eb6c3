/**
 * Why cases went back to their applicants or were rejected, with what staff wrote. The texts never leave by event or
 * mail; the other service asks for them.
 */
package tw.ecard.queue.returns;
