/**
 * What the library decided at queue-service, applied to the applications here. A decision about an application that
 * was withdrawn before is too late and changes nothing.
 */
package tw.ecard.registration.decision;
