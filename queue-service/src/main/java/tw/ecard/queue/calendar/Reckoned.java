package tw.ecard.queue.calendar;

import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of counting on a {@link WorkingCalendar}: a value, or the first year that the count needed and the
 * calendar does not know.
 */
public sealed interface Reckoned<T> {

    static <T> Reckoned<T> of(T value) {
        return new Known<>(value);
    }

    static <T> Reckoned<T> missing(int year) {
        return new Missing<>(year);
    }

    /** The value, empty when a year is missing. */
    Optional<T> value();

    /** The year to load, empty when the value is known. */
    Optional<Integer> missingYear();

    /** Goes on counting with the value, or keeps the missing year. */
    <R> Reckoned<R> then(Function<T, Reckoned<R>> next);

    record Known<T>(T result) implements Reckoned<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(result);
        }

        @Override
        public Optional<Integer> missingYear() {
            return Optional.empty();
        }

        @Override
        public <R> Reckoned<R> then(Function<T, Reckoned<R>> next) {
            return next.apply(result);
        }
    }

    record Missing<T>(int year) implements Reckoned<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> missingYear() {
            return Optional.of(year);
        }

        @Override
        public <R> Reckoned<R> then(Function<T, Reckoned<R>> next) {
            return missing(year);
        }
    }
}
