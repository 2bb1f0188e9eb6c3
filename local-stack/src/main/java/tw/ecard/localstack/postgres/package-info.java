/** A PostgreSQL server from the binaries of the class path, durable as in production: fsync and synchronous commit on. */
package tw.ecard.localstack.postgres;
