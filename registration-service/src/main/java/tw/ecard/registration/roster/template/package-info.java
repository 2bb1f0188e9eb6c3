/**
 * What a roster looks like: its columns as data in one resource, how headers are recognised, and the blank template to
 * fill in. What is right or wrong in a row is not decided here.
 */
package tw.ecard.registration.roster.template;
