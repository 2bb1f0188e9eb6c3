package tw.ecard.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets two sides run in turn, so that whatever else the machine does meets both of them alike.
 *
 * @param warmUps pairs whose samples are thrown away
 * @param pairs pairs that count
 * @param log hears each sample
 */
public record Turns(int warmUps, int pairs, Consumer<String> log) {

    private static final int LONGER = 4;

    /**
     * The same for work that is done by much code of the service and little at a time: after the usual pairs its JVM still
     * runs most of that code as it was loaded, and would be measured while it compiles.
     */
    public Turns warmedUpLonger() {
        return new Turns(LONGER * warmUps, pairs, log);
    }

    /** One side: does its work once. */
    @FunctionalInterface
    public interface Side {
        /** @return the sample, in the unit of the comparison */
        double run() throws Exception;
    }

    /** Runs subject and baseline in turn, the subject first, and gives the ratio of their medians. */
    public Outcome compare(String unit, String subjectName, Side subject, String baselineName, Side baseline)
            throws Exception {
        List<Double> ofSubject = new ArrayList<>();
        List<Double> ofBaseline = new ArrayList<>();
        for (int pair = 1 - warmUps; pair <= pairs; pair++) {
            double one = subject.run();
            double other = baseline.run();
            log.accept("%s: %s %s, %s %s %s"
                    .formatted(
                            pair < 1 ? "warm-up" : "pair " + pair,
                            subjectName,
                            Series.show(one),
                            baselineName,
                            Series.show(other),
                            unit));
            if (pair > 0) {
                ofSubject.add(one);
                ofBaseline.add(other);
            }
        }
        return Outcome.ratio(new Series(subjectName, unit, ofSubject), new Series(baselineName, unit, ofBaseline));
    }
}
