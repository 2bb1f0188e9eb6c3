/**
 * Cards: the block of serials that the library issued for a roster, and the number that it gives each reader. No row
 * of a reader is written for it.
 */
package tw.ecard.registration.card;
