package tw.ecard.registration.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One rule about who may be in a group application.
 *
 * @param since the first day on which uploads are held to it
 * @param until the last such day; null while no end is known
 * @param refuses what somebody is refused for by it
 * @param source where it stands
 */
public record EligibilityPolicy(
        Name name, LocalDate since, LocalDate until, Set<Ineligibility> refuses, String source) {

    /** The letter of 2020-08-10 that forwards the library's offer. */
    private static final LocalDate LETTER = LocalDate.of(2020, 8, 10);

    private static final String ROW_8 = "臺教國署高字第1090092849號，辦理對象";
    private static final String ROW_12 = "臺教國署高字第1090092849號，已持有實體借閱證者";

    /** Part of the API, and the key of the texts. */
    public enum Name {
        /** Foreigners get a physical card at the library; the individual path is open to them since. */
        ROC_NATIONALS_ONLY,
        /** Of the school or agency itself: no relatives, no alumni. */
        STAFF_AND_STUDENTS_ONLY,
        /** Nobody who holds a card of the public-library union, from elsewhere or from here. */
        NOT_YET_A_CARD_HOLDER,
        /** Each person in one roster at a time. */
        ONE_ROSTER_AT_A_TIME
    }

    /**
     * All of them. The last two are kept by a unique index of the database: to end one of them takes more than a date.
     */
    static final List<EligibilityPolicy> ALL = List.of(
            new EligibilityPolicy(
                    Name.ROC_NATIONALS_ONLY,
                    LETTER,
                    null,
                    Set.of(Ineligibility.NOT_ROC_NATIONAL, Ineligibility.NEEDS_MANUAL_REVIEW),
                    ROW_8),
            new EligibilityPolicy(
                    Name.STAFF_AND_STUDENTS_ONLY, LETTER, null, Set.of(Ineligibility.CATEGORY_NOT_ELIGIBLE), ROW_8),
            new EligibilityPolicy(
                    Name.NOT_YET_A_CARD_HOLDER, LETTER, null, Set.of(Ineligibility.ALREADY_HOLDS_CARD), ROW_12),
            new EligibilityPolicy(
                    Name.ONE_ROSTER_AT_A_TIME, LETTER, null, Set.of(Ineligibility.DUPLICATE_IN_PROGRESS), ROW_8));

    public EligibilityPolicy {
        refuses = Set.copyOf(refuses);
    }

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
