/**
 * The application's place in a lane: the gap-free ticket drawn here, and what queue-service says of the case since.
 * The order itself is kept in queue-service.
 */
package tw.ecard.registration.lane;
