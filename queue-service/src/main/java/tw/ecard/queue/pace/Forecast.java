package tw.ecard.queue.pace;

import java.time.LocalDate;
import java.util.Optional;

/** When a case may be expected to be done, or why that cannot be said. Nothing is ever invented. */
public sealed interface Forecast {

    /** The lane has done too little yet to say. */
    Forecast TOO_LITTLE_HISTORY = new Unknown(false);
    /** Later than all working days that are known, or that are looked ahead. */
    Forecast BEYOND_SCHEDULE = new Unknown(true);

    static Forecast on(LocalDate day) {
        return new Expected(day);
    }

    /** The day, where it can be said. */
    Optional<LocalDate> day();

    /** Whether it cannot be said at all, not even that it takes long. */
    boolean isOpen();

    /** Whether it lies after the day, as far as that can be said. */
    boolean isAfter(LocalDate day);

    /** A working day. */
    record Expected(LocalDate expectedOn) implements Forecast {
        @Override
        public Optional<LocalDate> day() {
            return Optional.of(expectedOn);
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isAfter(LocalDate day) {
            return expectedOn.isAfter(day);
        }
    }

    /** @param late whether it lies after every day that is asked about */
    record Unknown(boolean late) implements Forecast {
        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }

        @Override
        public boolean isOpen() {
            return !late;
        }

        @Override
        public boolean isAfter(LocalDate day) {
            return late;
        }
    }
}
