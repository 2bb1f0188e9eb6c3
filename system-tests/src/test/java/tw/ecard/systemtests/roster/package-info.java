/** Made-up people with lawful national IDs, and the files that institutions send them in. */
package tw.ecard.systemtests.roster;
