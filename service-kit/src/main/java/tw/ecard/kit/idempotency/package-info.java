/**
 * Creating calls that may be sent again: the answer is kept with its effect under the key that the client chose, and
 * given again to the same request.
 */
package tw.ecard.kit.idempotency;
