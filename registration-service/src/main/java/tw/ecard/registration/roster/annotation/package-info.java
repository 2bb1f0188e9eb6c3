/**
 * The annotated copy: an institution's own table as it was, with what is wrong in it, ready to be corrected and sent
 * again. It is made anew whenever it is asked for and kept nowhere; what is wrong, the package {@code check} finds.
 */
package tw.ecard.registration.roster.annotation;
