/**
 * What an event looks like on the wire: CloudEvents 1.0, structured JSON. Knows nothing of what events say; their data
 * are described under {@code contracts/events}.
 */
package tw.ecard.kit.event;
