/**
 * Files made to hurt, and what has to become of them: a corpus of named seeds, mutations of them, and targets for a
 * fuzzer. Everything is made by code; nothing here is about what a good roster is.
 */
package tw.ecard.registration.hostile;
