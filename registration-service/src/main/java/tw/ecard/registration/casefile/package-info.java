/**
 * The application as its institution and staff see it: the resource, its views, the list. It brings together what the
 * other packages know; none of them knows it.
 */
package tw.ecard.registration.casefile;
