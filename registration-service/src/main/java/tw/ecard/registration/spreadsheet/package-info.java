/**
 * Spreadsheets as rows of cells: streaming readers, each behind a guard against hostile files, and small streaming
 * writers. Memory does not grow with the rows; nothing here knows what a reader, a roster or a request is.
 */
package tw.ecard.registration.spreadsheet;
