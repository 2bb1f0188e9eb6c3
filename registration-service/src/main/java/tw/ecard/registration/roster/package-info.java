/**
 * 讀者名冊: from the upload of a reader-data file to readers held, or to every error by row and column. Files are received
 * here, queued, checked by whoever leases them, and accepted whole or returned. What a good row is, the packages
 * {@code check} and {@code reader} say; what acceptance means for the application, the application does.
 */
package tw.ecard.registration.roster;
