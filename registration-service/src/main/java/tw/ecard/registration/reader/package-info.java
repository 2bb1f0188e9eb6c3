/**
 * The people in a roster and the rules their data must keep: national IDs, names, dates of birth, phones, addresses.
 * Each value is a type that can only hold what is valid and that prints nothing whole. No spreadsheet, no storage, no
 * HTTP.
 */
package tw.ecard.registration.reader;
