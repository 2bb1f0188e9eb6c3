/**
 * What is personal is encrypted here before it reaches the database: reader rows one by one, uploaded files in chunks.
 * Keys come from the environment and never leave this package; what the bytes mean is nobody's business here.
 */
package tw.ecard.registration.vault;
