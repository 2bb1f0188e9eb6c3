package tw.ecard.registration.roster;

import java.util.List;
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
}
