package tw.ecard.registration.lane;

import java.time.LocalDate;

/**
 * When a case may be expected to be done.
 *
 * @param on null where that cannot be said, or the case is over
 * @param unknown why it cannot be said; else null
 */
public record ExpectedDate(LocalDate on, NoDateBecause unknown) {

    /** Of a case that is over. */
    static final ExpectedDate NONE = new ExpectedDate(null, null);

    static ExpectedDate on(LocalDate day) {
        return new ExpectedDate(day, null);
    }

    static ExpectedDate unknown(NoDateBecause why) {
        return new ExpectedDate(null, why);
    }
}
