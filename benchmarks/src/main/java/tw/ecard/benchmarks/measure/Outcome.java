package tw.ecard.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a measure came to.
 *
 * @param reached the number that is held against the target
 * @param series the samples behind it, the subject's first
 * @param remarks what a reader of the number has to know
 */
public record Outcome(double reached, List<Series> series, List<String> remarks) {

    public Outcome {
        series = List.copyOf(series);
        remarks = List.copyOf(remarks);
    }

    /** The ratio of the medians, subject by baseline. */
    public static Outcome ratio(Series subject, Series baseline) {
        return new Outcome(subject.median() / baseline.median(), List.of(subject, baseline), List.of());
    }

    public Outcome remark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Outcome(reached, series, more);
    }
}
