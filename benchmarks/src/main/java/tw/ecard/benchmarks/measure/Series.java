package tw.ecard.benchmarks.measure;

import java.util.List;

/** Samples of one side of a measure, in the order in which they were taken. */
public record Series(String name, String unit, List<Double> samples) {

    /** From here on the table says that the samples lie far apart. */
    public static final double WIDE_SPREAD = 0.25;

    public Series {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no samples of " + name);
        }
        samples = List.copyOf(samples);
    }

    /** The middle sample, or the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = samples.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The distance of the extremes in medians: 0 when all samples are equal. */
    public double spread() {
        double min = samples.stream().min(Double::compare).orElseThrow();
        double max = samples.stream().max(Double::compare).orElseThrow();
        return (max - min) / median();
    }

    public boolean isWide() {
        return spread() > WIDE_SPREAD;
    }

    /** A sample or a median as people read it. */
    public static String show(double value) {
        return (value < 100 ? "%,.1f" : "%,.0f").formatted(value);
    }
}
