/**
 * The use cases of the packaged services, called in a process of the service itself, without HTTP around each call.
 * Runs on the service's class path: it knows the JDK, Quarkus and the service, not the rest of the benchmarks.
 */
package tw.ecard.benchmarks.usecase;
