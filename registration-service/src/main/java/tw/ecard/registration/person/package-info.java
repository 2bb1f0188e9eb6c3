/**
 * Who stands in an accepted roster or holds a card, known by the keyed hash of the national ID and by nothing else. One
 * unique index decides who gets a person; what a roster or an import is, is nobody's business here.
 */
package tw.ecard.registration.person;
