/** Card numbers, and the gap-free blocks of serials that issuing a case reserves. Knows no readers. */
package tw.ecard.queue.issuance;
