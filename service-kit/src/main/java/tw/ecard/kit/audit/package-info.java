/**
 * The audit log: who did what, when and for what purpose, in a chain of hashes that shows whether an entry was changed or
 * taken out later. Knows no deed by itself; services say what is one. Never holds personal data of applicants.
 */
package tw.ecard.kit.audit;
