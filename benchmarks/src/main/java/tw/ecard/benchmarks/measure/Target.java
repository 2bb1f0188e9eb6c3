package tw.ecard.benchmarks.measure;

import java.util.Locale;

/** What a measure must come to. */
public record Target(Bound bound, double value, String unit) {

    /** The side of the value on which it is good to be. */
    public enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    public static Target atLeast(double value) {
        return new Target(Bound.AT_LEAST, value, "");
    }

    public static Target atMost(double value) {
        return new Target(Bound.AT_MOST, value, "");
    }

    public static Target atMost(double value, String unit) {
        return new Target(Bound.AT_MOST, value, unit);
    }

    public boolean isReachedBy(double reached) {
        return bound == Bound.AT_LEAST ? reached >= value : reached <= value;
    }

    /** A value of this measure as the table shows it: ratios with two decimals, others whole. */
    public String show(double number) {
        return unit.isEmpty() ? "%.2f".formatted(number) : "%.0f %s".formatted(number, unit);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", bound.sign, show(value));
    }
}
