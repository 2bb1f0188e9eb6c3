/** The words that every part of the queue uses: which lane a case waits in and how urgent its document is. */
package tw.ecard.queue.lane;
