/** Searching everything that the system leaves behind for people who must not be in it. */
package tw.ecard.systemtests.privacy;
