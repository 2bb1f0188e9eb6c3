/**
 * The packaged registration-service on a real PostgreSQL, as its users meet it: files come over REST, results are seen
 * in the database. What is measured with it stands elsewhere.
 */
package tw.ecard.benchmarks.stack;
