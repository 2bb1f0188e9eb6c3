package tw.ecard.registration.roster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.Severity;

/**
 * What is kept of a check's findings: exact counts over all rows, and the findings themselves of the first wrong rows and
 * of the first rows that only have warnings. Rows may come in any order and more than once, since some findings are only
 * made when the file has been read; memory is bounded whatever comes.
 */
final class Findings implements RosterListener {

    private final int listedRows;
    private final FindingTallies tallies = new FindingTallies();
    private final BitSet wrongOnes = new BitSet();
    private final NavigableMap<Integer, List<RowError>> wrongRows = new TreeMap<>();
    private final NavigableMap<Integer, List<RowError>> warnedRows = new TreeMap<>();

    Findings(int listedRows) {
        this.listedRows = listedRows;
    }

    @Override
    public void accepted(ReaderRow reader, List<RowError> warnings) {
        add(reader.row(), warnings);
    }

    @Override
    public void wrong(int row, List<RowError> errors) {
        add(row, errors);
    }

    @Override
    public void header(List<RowError> warnings) {
        warnings.forEach(warning -> add(warning.row(), List.of(warning)));
    }

    /** Takes in what was found in a row, beside what was found in it before. */
    void add(int row, List<RowError> found) {
        if (found.isEmpty()) {
            return;
        }
        for (RowError finding : found) {
            tallies.add(finding);
            if (finding.severity() == Severity.ERROR) {
                wrongOnes.set(row);
            }
        }
        if (wrongOnes.get(row)) {
            list(wrongRows, row, warnedRows.remove(row));
            list(wrongRows, row, found);
        } else {
            list(warnedRows, row, found);
        }
    }

    private void list(NavigableMap<Integer, List<RowError>> rows, int row, List<RowError> found) {
        if (found == null) {
            return;
        }
        if (rows.size() < listedRows || !rows.isEmpty() && row <= rows.lastKey()) {
            rows.computeIfAbsent(row, number -> new ArrayList<>(found.size())).addAll(found);
            if (rows.size() > listedRows) {
                rows.pollLastEntry();
            }
        }
    }

    /** Rows with at least one error. */
    int wrongRows() {
        return wrongOnes.cardinality();
    }

    /** In the order of the rows. */
    List<RowError> listed() {
        NavigableMap<Integer, List<RowError>> rows = new TreeMap<>(warnedRows);
        rows.putAll(wrongRows);
        return rows.values().stream().flatMap(List::stream).toList();
    }

    /** Errors before warnings, the most frequent first. */
    List<FindingCount> counts() {
        return tallies.counts();
    }
}
