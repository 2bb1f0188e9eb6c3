package tw.ecard.registration.roster;

import java.util.List;
import java.util.Objects;
import tw.ecard.registration.roster.check.RowErrorCode;

/**
 * How often a code stands in a column, over all rows of a roster.
 *
 * @param column its header; null for unknown columns beyond the number that is told apart
 * @param firstRows the first rows in which it stands, ascending
 */
record FindingCount(RowErrorCode code, String column, long count, List<Integer> firstRows) {

    FindingCount {
        firstRows = List.copyOf(firstRows);
    }

    /** Whether the other counts the same code in the same column. */
    boolean isOfTheSame(FindingCount other) {
        return code == other.code && Objects.equals(column, other.column);
    }

    /** What another summary counts of the same. */
    long countIn(List<FindingCount> summary) {
        return summary.stream()
                .filter(this::isOfTheSame)
                .mapToLong(FindingCount::count)
                .sum();
    }
}
