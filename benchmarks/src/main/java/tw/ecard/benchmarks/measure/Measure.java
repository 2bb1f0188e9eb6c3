package tw.ecard.benchmarks.measure;

/** One number that the system promises, and the way to find it out. */
public interface Measure {

    /** Its name on the command line: lower case, words joined by hyphens, the general word first. */
    String name();

    /** What the number is, in one line. */
    String meaning();

    Target target();

    /**
     * Takes the measure.
     *
     * @throws Exception when a side did not do what it should: a measure of that would mean nothing
     */
    Outcome take() throws Exception;
}
