/**
 * The benchmarks' command line: which measures are taken, on what machine, and what they came to. The measures stand in
 * packages of their own; docs/benchmarks.md says what each of them means.
 */
package tw.ecard.benchmarks;
