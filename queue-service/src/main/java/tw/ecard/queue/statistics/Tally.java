package tw.ecard.queue.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tw.ecard.queue.history.Milestone;

/** Adds up cases: how many of each kind of milestone, and how many decisions took how many working days. */
final class Tally {

    private static final int SHARE_DIGITS = 4;
    private static final int HALF = 50;
    private static final int NINE_TENTHS = 90;
    private static final int WHOLE = 100;

    private final Map<Milestone, Long> counts = new EnumMap<>(Milestone.class);
    private final NavigableMap<Integer, Long> decisionsByDays = new TreeMap<>();
    private long inTime;
    private long uncounted;
    private long cards;

    /** So many times the same milestone. */
    void count(Milestone what, long cases) {
        counts.merge(what, cases, Long::sum);
    }

    /** So many decisions, counted already, took so many working days. */
    void took(int workingDays, boolean keptPromise, long cases) {
        decisionsByDays.merge(workingDays, cases, Long::sum);
        inTime += keptPromise ? cases : 0;
    }

    /** So many decisions, counted already, took nobody knows how long. */
    void tookUnknown(long cases) {
        uncounted += cases;
    }

    void issuedCards(long issued) {
        cards += issued;
    }

    void add(Tally other) {
        other.counts.forEach(this::count);
        other.decisionsByDays.forEach((days, cases) -> decisionsByDays.merge(days, cases, Long::sum));
        inTime += other.inTime;
        uncounted += other.uncounted;
        cards += other.cards;
    }

    Figures figures() {
        long decided = of(Milestone.APPROVED) + of(Milestone.REJECTED) + of(Milestone.ISSUED);
        return new Figures(
                of(Milestone.ARRIVED),
                decided,
                of(Milestone.APPROVED),
                of(Milestone.REJECTED),
                of(Milestone.ISSUED),
                of(Milestone.RETURNED),
                of(Milestone.WITHDRAWN),
                inTime,
                share(decided - uncounted),
                percentile(HALF),
                percentile(NINE_TENTHS),
                cards,
                uncounted);
    }

    private long of(Milestone what) {
        return counts.getOrDefault(what, 0L);
    }

    private BigDecimal share(long known) {
        return known == 0
                ? null
                : BigDecimal.valueOf(inTime).divide(BigDecimal.valueOf(known), SHARE_DIGITS, RoundingMode.HALF_UP);
    }

    /** By nearest rank: always a number of days that some case took. */
    private Integer percentile(int percent) {
        long all = decisionsByDays.values().stream().mapToLong(Long::longValue).sum();
        long rank = (all * percent + WHOLE - 1) / WHOLE;
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : decisionsByDays.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return null;
    }
}
