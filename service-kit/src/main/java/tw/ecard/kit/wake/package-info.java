/** Waking the threads that look for work by themselves as soon as there is some. */
package tw.ecard.kit.wake;
