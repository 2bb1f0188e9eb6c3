/**
 * Imports as others would write them, with the libraries that they would take: they check the same rules, encrypt and
 * hash by the same code and store the same rows under the same unique indexes, in one transaction.
 */
package tw.ecard.benchmarks.peer;
