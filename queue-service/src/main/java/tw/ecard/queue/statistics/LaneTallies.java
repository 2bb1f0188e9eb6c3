package tw.ecard.queue.statistics;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tw.ecard.queue.ticket.InstitutionKind;

/** The tallies of one lane, by month and by what the institution is (null where that was not kept). */
final class LaneTallies {

    private final Map<YearMonth, Map<InstitutionKind, Tally>> tallies = new HashMap<>();

    Tally of(YearMonth month, InstitutionKind kind) {
        return tallies.computeIfAbsent(month, any -> new HashMap<>()).computeIfAbsent(kind, any -> new Tally());
    }

    /** Each kind of the month; schools and agencies always, the unknown where there are some. */
    NavigableMap<InstitutionKind, Tally> kinds(YearMonth month) {
        NavigableMap<InstitutionKind, Tally> kinds = noKinds();
        tallies.getOrDefault(month, Map.of()).forEach((kind, tally) -> add(kinds, kind, tally));
        return kinds;
    }

    /** Each kind over all months. */
    NavigableMap<InstitutionKind, Tally> kinds() {
        NavigableMap<InstitutionKind, Tally> kinds = noKinds();
        tallies.values().forEach(month -> month.forEach((kind, tally) -> add(kinds, kind, tally)));
        return kinds;
    }

    private static void add(Map<InstitutionKind, Tally> kinds, InstitutionKind kind, Tally tally) {
        kinds.computeIfAbsent(kind, any -> new Tally()).add(tally);
    }

    private static NavigableMap<InstitutionKind, Tally> noKinds() {
        NavigableMap<InstitutionKind, Tally> kinds = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        for (InstitutionKind kind : InstitutionKind.values()) {
            kinds.put(kind, new Tally());
        }
        return kinds;
    }
}
