package tw.ecard.benchmarks.measure;

import java.util.Arrays;

/**
 * Pieces of work that were done.
 *
 * @param nanos from the first beginning to the last end
 * @param each what each piece took, in nanoseconds
 */
public record Shift(long nanos, long[] each) {

    public double perSecond() {
        return each.length * 1e9 / nanos;
    }

    /** What the middle one of the pieces took. */
    public double medianMilliseconds() {
        long[] sorted = each.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
