/**
 * The application: one institution, one official document, one batch of people. The aggregate, the one table of its
 * lawful transitions, and the events it publishes. How files are stored and rosters are read is not known here.
 */
package tw.ecard.registration.application;
