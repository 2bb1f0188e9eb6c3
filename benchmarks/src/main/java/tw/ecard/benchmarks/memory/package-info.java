/** How little heap the packaged service needs, found by starting it with less and less. */
package tw.ecard.benchmarks.memory;
