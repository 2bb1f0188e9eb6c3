package tw.ecard.benchmarks.usecase;

/** A use case of a packaged service, called within its own process as its resources call it. */
public interface UseCase {

    /** Leaves one row in the service's tables for the benchmark to copy; called once, on empty tables. */
    void leaveOne() throws Exception;

    /** @param number of the call, from 0 on */
    void call(int number) throws Exception;
}
