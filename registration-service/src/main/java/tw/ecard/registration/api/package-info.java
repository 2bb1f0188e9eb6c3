/** The description of the whole API: its title and its sections. What each call says of itself stands at the call. */
package tw.ecard.registration.api;
