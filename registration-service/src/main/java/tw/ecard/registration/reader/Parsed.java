package tw.ecard.registration.reader;

/**
 * What became of a text: a value, a value with a remark, or a refusal.
 *
 * @param value null when refused
 * @param flaw why it was refused, or what was noticed; null when there is nothing to say
 */
public record Parsed<T>(T value, Flaw flaw) {

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(value, null);
    }

    public static <T> Parsed<T> remarked(T value, Flaw flaw) {
        return new Parsed<>(value, flaw);
    }

    public static <T> Parsed<T> refused(Flaw flaw) {
        return new Parsed<>(null, flaw);
    }

    public boolean isRefused() {
        return value == null;
    }
}
