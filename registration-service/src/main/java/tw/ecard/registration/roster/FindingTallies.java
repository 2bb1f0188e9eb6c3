package tw.ecard.registration.roster;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;

/**
 * Counts findings by code and column. The columns of a roster are few; unknown ones are named by the file, so that a
 * code tells only so many columns apart and counts the others together.
 */
final class FindingTallies {

    static final int FIRST_ROWS = 10;
    static final int COLUMNS_TOLD_APART = 100;

    /** Errors before warnings, the most frequent first. */
    private static final Comparator<FindingCount> ORDER = Comparator.comparing(
                    (FindingCount count) -> count.code().severity())
            .thenComparing(FindingCount::count, Comparator.reverseOrder())
            .thenComparing(FindingCount::code)
            .thenComparing(FindingCount::column, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Map<RowErrorCode, Map<String, Tally>> tallies = new EnumMap<>(RowErrorCode.class);

    void add(RowError finding) {
        tallyOf(finding).add(finding.row());
    }

    private Tally tallyOf(RowError finding) {
        Map<String, Tally> columns = tallies.computeIfAbsent(finding.code(), code -> new HashMap<>());
        Tally tally = columns.get(finding.column());
        if (tally != null) {
            return tally;
        }
        String column = columns.size() < COLUMNS_TOLD_APART ? finding.column() : null;
        return columns.computeIfAbsent(column, name -> new Tally());
    }

    List<FindingCount> counts() {
        return tallies.entrySet().stream()
                .flatMap(code -> code.getValue().entrySet().stream()
                        .map(column -> column.getValue().of(code.getKey(), column.getKey())))
                .sorted(ORDER)
                .toList();
    }

    private static final class Tally {

        private final TreeSet<Integer> firstRows = new TreeSet<>();
        private long count;

        void add(int row) {
            count++;
            if (firstRows.size() < FIRST_ROWS) {
                firstRows.add(row);
            } else if (row < firstRows.last() && firstRows.add(row)) {
                firstRows.pollLast();
            }
        }

        FindingCount of(RowErrorCode code, String column) {
            return new FindingCount(code, column, count, List.copyOf(firstRows));
        }
    }
}
