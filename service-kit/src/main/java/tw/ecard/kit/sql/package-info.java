/**
 * SQL in the transaction that is running, for statements that are about rows and locks rather than about an aggregate:
 * counters, queues, bulk copies. Aggregates are read and written through repositories, never here; whoever mixes both
 * flushes the persistence context first.
 */
package tw.ecard.kit.sql;
