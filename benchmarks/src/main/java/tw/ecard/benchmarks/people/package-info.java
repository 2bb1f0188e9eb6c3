/** People who do not exist, any number of them, and the roster files that they stand in. Nothing here is measured. */
package tw.ecard.benchmarks.people;
