package tw.ecard.queue.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.clock.ClockRun;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;

/** Keeps what is counted of cases, each thing in the transaction in which it happens. */
@ApplicationScoped
public class LaneHistory {

    private static final String NOTE = """
            INSERT INTO lane_record (ticket_id, round, what, lane, day, institution_kind, speed, readers, ran)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS date[]))""";
    private static final String VOID_CARDS =
            "UPDATE lane_record SET void = true WHERE ticket_id = ? AND what = 'ISSUED'";
    private static final String FIRST_DAY = "SELECT min(day) AS day FROM lane_record WHERE lane = ?";
    private static final String DONE = """
            SELECT count(*) AS cases, coalesce(sum(readers), 0) AS readers FROM lane_record
            WHERE lane = ? AND day >= ? AND day < ? AND what IN ('RETURNED', 'APPROVED', 'REJECTED', 'ISSUED')""";

    private final Sql sql;

    LaneHistory(Sql sql) {
        this.sql = sql;
    }

    /** Cases that staff were through with, for then at least, and the readers in them. */
    public record Done(int cases, long readers) {}

    /** The case came in, on the day that its clock starts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void arrived(Ticket ticket) {
        note(ticket, Milestone.ARRIVED, Taipei.dayOf(ticket.arrivedAt()), null);
    }

    /** Staff gave the case back, in the round that it is in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void returned(Ticket ticket, Instant at) {
        note(ticket, Milestone.RETURNED, Taipei.dayOf(at), null);
    }

    /** The case is over, as its outcome says. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ended(Ticket ticket, Instant at) {
        Milestone.of(ticket.outcome())
                .ifPresent(what ->
                        note(ticket, what, Taipei.dayOf(at), what.isDecision() ? ClockRun.of(ticket.ledger()) : null));
    }

    /** The applicant had withdrawn before the decision: cards that were issued are nobody's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawnBeforeDecision(Ticket ticket) {
        if (ticket.outcome() == Outcome.ISSUED) {
            sql.update(VOID_CARDS, ticket.id());
        }
    }

    /** The day of the first thing that happened in the lane. */
    public Optional<LocalDate> firstDay(Lane lane) {
        return sql.first(row -> Optional.ofNullable(row.getObject("day", LocalDate.class)), FIRST_DAY, lane)
                .flatMap(day -> day);
    }

    /** What the lane got done from the one day on, until before the other. */
    public Done done(Lane lane, LocalDate from, LocalDate until) {
        return sql.first(row -> new Done(row.getInt("cases"), row.getLong("readers")), DONE, lane, from, until)
                .orElseThrow();
    }

    private void note(Ticket ticket, Milestone what, LocalDate day, ClockRun run) {
        sql.update(
                NOTE,
                ticket.id(),
                ticket.round(),
                what,
                ticket.lane(),
                day,
                ticket.application().institutionKind(),
                ticket.speed(),
                ticket.readers(),
                run == null
                        ? null
                        : run.days().stream().map(LocalDate::toString).toArray(String[]::new));
    }
}
