/** Events that could not be applied, for an administrator to see and to replay. How they come about is the kit's. */
package tw.ecard.queue.deadletter;
