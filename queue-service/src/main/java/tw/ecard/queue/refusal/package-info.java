/** What this service refuses, in one sealed hierarchy; the texts are in the bundle {@code problems}. */
package tw.ecard.queue.refusal;
