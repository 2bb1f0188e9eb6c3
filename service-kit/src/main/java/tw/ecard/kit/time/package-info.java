/** The clock that everything reads, and the calendar of the country: Taipei's days, years of the Republic. */
package tw.ecard.kit.time;
