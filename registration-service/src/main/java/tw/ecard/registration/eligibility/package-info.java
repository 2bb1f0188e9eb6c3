/**
 * Who may be in a group application: named policies, each in force from a day on, with what refuses a person by it and
 * what that person can do instead. How a row or a database shows that somebody is refused is decided elsewhere.
 */
package tw.ecard.registration.eligibility;
