package tw.ecard.registration.reader;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A date of birth: a real day, not after today, at most 120 years ago. */
public record BirthDate(LocalDate value) {

    private static final int MAX_AGE = 120;
    private static final int YOUNGEST_STUDENT = 5;
    private static final int OLDEST_STUDENT = 60;

    public static Parsed<BirthDate> parse(String text, LocalDate today) {
        LocalDate day = RocDates.parse(text);
        return day == null ? Parsed.refused(Flaw.DATE_FORMAT) : of(day, today);
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

    /** Nobody's birthday belongs in a log. */
    @Override
    public String toString() {
        return "****-**-**";
    }
}
