/**
 * The register of existing holders: people who have a card of the public libraries from elsewhere (the letter's rows 8
 * and 12). Administrators import it as a spreadsheet; what is kept of a person is a keyed hash. Cards issued here are no
 * part of it: their holders are known without it.
 */
package tw.ecard.registration.holder;
