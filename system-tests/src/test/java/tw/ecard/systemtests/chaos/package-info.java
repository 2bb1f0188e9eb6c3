/**
 * A system that is hurt in every way at once while many people use it, and what can be proved of it afterwards from its
 * answers and its databases alone.
 */
package tw.ecard.systemtests.chaos;
