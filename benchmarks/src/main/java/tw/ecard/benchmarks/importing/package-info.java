/** How fast a roster is imported, from the stored upload to the committed readers, beside what the database alone does. */
package tw.ecard.benchmarks.importing;
