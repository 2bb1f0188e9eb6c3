/**
 * What a measure is and how two sides are compared: a target, samples taken in turn, medians and spread. Nothing here
 * knows what is measured.
 */
package tw.ecard.benchmarks.measure;
