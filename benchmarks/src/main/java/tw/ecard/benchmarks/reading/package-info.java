/** How fast spreadsheets are read, in this process and without a database, beside other readers of the same file. */
package tw.ecard.benchmarks.reading;
