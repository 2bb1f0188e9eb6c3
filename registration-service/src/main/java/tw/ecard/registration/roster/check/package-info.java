/**
 * The check of a whole roster: a spreadsheet streams in, people who keep every rule and errors by row and column stream
 * out, and at the end stands whether the file is accepted. No storage and no HTTP: what becomes of people and errors is
 * the listener's business.
 */
package tw.ecard.registration.roster.check;
