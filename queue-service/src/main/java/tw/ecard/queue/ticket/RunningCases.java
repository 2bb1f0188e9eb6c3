package tw.ecard.queue.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.lane.Lane;

/**
 * The cases whose clocks run, all of them, against another calendar. However many there are, a page of them is in memory,
 * and of each that moves what is told about it.
 */
@ApplicationScoped
public class RunningCases {

    private static final int AT_ONCE = 500;

    /** A case that was returned or ended meanwhile is left alone: it has no dates to keep any more. */
    private static final String KEEP_DATES = """
            UPDATE ticket t SET due_soon_on = CAST(d.due_soon_on AS date), due_on = CAST(d.due_on AS date)
            FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[])) AS d (id, due_soon_on, due_on)
            WHERE t.id = CAST(d.id AS uuid) AND t.state IN ('WAITING', 'IN_WORK')
            RETURNING t.id""";

    private final Tickets tickets;
    private final Sql sql;

    RunningCases(Tickets tickets, Sql sql) {
        this.tickets = tickets;
        this.sql = sql;
    }

    /** A case and the dates to find it by. */
    private record Dates(MovedCase moved, LocalDate dueSoonOn, LocalDate dueOn) {}

    /** Those that the new calendar moves, lane by lane in their order; nothing is changed. */
    @Transactional
    public List<MovedCase> movedBy(ClockReader former, ClockReader now) {
        return datesBy(former, now).stream().map(Dates::moved).toList();
    }

    /**
     * Keeps the dates by the new calendar; only for whoever holds the calendar for a change. Cases are locked from here on
     * to the end of the transaction, so little should follow.
     *
     * @return the cases that moved, lane by lane in their order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<MovedCase> move(ClockReader former, ClockReader now) {
        List<Dates> all = datesBy(former, now);
        Set<UUID> kept = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            kept.addAll(keep(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return all.stream()
                .map(Dates::moved)
                .filter(moved -> kept.contains(moved.ticketId()))
                .toList();
    }

    private List<Dates> datesBy(ClockReader former, ClockReader now) {
        List<Dates> moved = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            List<Ticket> page = tickets.running(lane, 0, AT_ONCE);
            while (!page.isEmpty()) {
                page.forEach(ticket -> addIfMoved(moved, ticket, former.read(ticket), now.read(ticket)));
                page = tickets.running(lane, page.get(page.size() - 1).number(), AT_ONCE);
            }
        }
        return moved;
    }

    private static void addIfMoved(List<Dates> moved, Ticket ticket, ClockReading former, ClockReading now) {
        CaseDates before = CaseDates.of(former);
        CaseDates after = CaseDates.of(now);
        if (!before.equals(after)) {
            moved.add(new Dates(MovedCase.of(ticket, before, after), now.dueSoonOn(), now.dueOn()));
        }
    }

    private List<UUID> keep(List<Dates> dates) {
        return sql.list(
                row -> Rows.uuid(row, "id"),
                KEEP_DATES,
                texts(dates, moved -> moved.moved().ticketId()),
                texts(dates, Dates::dueSoonOn),
                texts(dates, Dates::dueOn));
    }

    private static String[] texts(List<Dates> dates, Function<Dates, Object> value) {
        return dates.stream()
                .map(value)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }
}
