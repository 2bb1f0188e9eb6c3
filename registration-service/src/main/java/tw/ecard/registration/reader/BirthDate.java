package tw.ecard.registration.reader;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A date of birth: a real day, not after today, at most 120 years ago. */
public record BirthDate(LocalDate value) {

    private static final int MAX_AGE = 120;
    private static final int YOUNGEST_STUDENT = 5;
    private static final int OLDEST_STUDENT = 60;

    /** Reads a date in any of its forms; one that had to be interpreted is remarked, for its year to be looked at. */
    public static Parsed<BirthDate> parse(String text, LocalDate today) {
        LocalDate day = RocDates.parse(text);
        if (day == null) {
            return Parsed.refused(Flaw.DATE_FORMAT);
        }
        Parsed<BirthDate> date = of(day, today);
        return date.isRefused() || RocDates.isUnmistakable(text)
                ? date
                : Parsed.remarked(date.value(), Flaw.VALUE_NORMALISED);
    }

    public static Parsed<BirthDate> of(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return Parsed.refused(Flaw.DATE_IN_FUTURE);
        }
        if (ChronoUnit.YEARS.between(day, today) > MAX_AGE) {
            return Parsed.refused(Flaw.AGE_OUT_OF_RANGE);
        }
        return Parsed.of(new BirthDate(day));
    }

    /** Spreadsheets turn a typed 95/1/1 into 1995: at the edges of a student's age somebody should look again. */
    public boolean isPlausibleFor(ReaderCategory category, LocalDate today) {
        long age = ChronoUnit.YEARS.between(value, today);
        return category != ReaderCategory.STUDENT || age >= YOUNGEST_STUDENT && age <= OLDEST_STUDENT;
    }

    /** The year in full, which is what a form may be mistaken in, and nothing else: {@code 2006-**-**}. */
    public String masked() {
        return value.getYear() + "-**-**";
    }

    /** Nobody's birthday belongs in a log. */
    @Override
    public String toString() {
        return "****-**-**";
    }
}
