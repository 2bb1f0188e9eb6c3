/** The committed contracts, held against what the running services really send. */
package tw.ecard.systemtests.contract;
