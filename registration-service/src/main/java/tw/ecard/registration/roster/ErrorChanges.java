package tw.ecard.registration.roster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;

/**
 * What became of the errors of one file in the next. An error remains if it stands in the same cell, or has moved with
 * its row: of two equal ones each is matched once. What has not been touched is matched first, then what moved, last what
 * was changed from one wrong value into another, so that a deleted row above does not mix up the rows below it.
 *
 * @param gone with the rows of the earlier file
 * @param added with the rows of the later file
 * @param remaining how many stand in both
 */
record ErrorChanges(List<RowError> gone, List<RowError> added, int remaining) {

    private record Untouched(int row, String column, RowErrorCode code, String value) {}

    private record Moved(String column, RowErrorCode code, String value) {}

    private record Rewritten(int row, String column, RowErrorCode code) {}

    static ErrorChanges between(List<RowError> earlier, List<RowError> later) {
        ErrorChanges untouched =
                match(earlier, later, error -> new Untouched(error.row(), error.column(), error.code(), error.value()));
        ErrorChanges moved =
                match(untouched.gone, untouched.added, error -> new Moved(error.column(), error.code(), error.value()));
        ErrorChanges rewritten =
                match(moved.gone, moved.added, error -> new Rewritten(error.row(), error.column(), error.code()));
        return new ErrorChanges(
                rewritten.gone, rewritten.added, untouched.remaining + moved.remaining + rewritten.remaining);
    }

    private static ErrorChanges match(List<RowError> earlier, List<RowError> later, Function<RowError, Object> key) {
        Map<Object, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < later.size(); i++) {
            open.computeIfAbsent(key.apply(later.get(i)), same -> new ArrayDeque<>())
                    .add(i);
        }
        BitSet matched = new BitSet(later.size());
        List<RowError> gone = new ArrayList<>();
        for (RowError error : earlier) {
            Deque<Integer> same = open.get(key.apply(error));
            if (same == null || same.isEmpty()) {
                gone.add(error);
            } else {
                matched.set(same.remove());
            }
        }
        List<RowError> added = IntStream.range(0, later.size())
                .filter(i -> !matched.get(i))
                .mapToObj(later::get)
                .toList();
        return new ErrorChanges(gone, added, matched.cardinality());
    }
}
