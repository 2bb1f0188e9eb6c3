package tw.ecard.queue.ticket;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.clock.ClockEntry;
import tw.ecard.queue.lane.Lane;

/** Where tickets are kept. */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {

    private static final String ARRIVED = """
            WITH kept AS (
                INSERT INTO ticket (id, revision, lane, number, state, round, application_id, receipt_number,
                    institution_code, institution_name, institution_kind, speed, arrived_at, roster_id, readers,
                    due_soon_on, due_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (lane, number) DO NOTHING
                RETURNING id),
            papers AS (
                INSERT INTO ticket_paper (ticket_id, kind, sha256)
                SELECT kept.id, paper.kind, paper.sha256
                FROM kept, unnest(CAST(? AS text[]), CAST(? AS text[])) AS paper (kind, sha256))
            INSERT INTO clock_entry (ticket_id, position, event, at) SELECT id, 0, ?, ? FROM kept""";
    private static final String VOIDED =
            "SELECT count(*) FROM ticket WHERE lane = ? AND number = ? AND outcome = 'VOIDED'";
    private static final String OF_LANE = "lane = ?1 and number = ?2";
    private static final String FIRST_CLAIMABLE = """
            lane = ?1 and state in (WAITING, IN_WORK, RETURNED)
            and (state = WAITING or (state = IN_WORK and lease.until <= ?2))
            order by number limit 1""";
    private static final String FIRST_DUE = """
            lane = :lane and state in (WAITING, IN_WORK, RETURNED)
            and (coalesce(dueOn, :never) > :due or (coalesce(dueOn, :never) = :due and number > :after))""";

    private static final String RUNNING = "lane = ?1 and state in (WAITING, IN_WORK) and number > ?2 order by number";

    private final Sql sql;

    Tickets(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps a case that came in, with its papers and its clock that has only begun; in one statement, since it stands on
     * the way of every case into its lane. The session does not know the ticket.
     *
     * @return false when the number is taken; nothing is kept then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean arrived(Ticket ticket, List<Paper> papers) {
        ClockEntry start = ticket.ledger().last();
        Application application = ticket.application();
        return sql.update(
                        ARRIVED,
                        ticket.id(),
                        ticket.revision(),
                        ticket.lane(),
                        ticket.number(),
                        ticket.state(),
                        ticket.round(),
                        application.id(),
                        application.receiptNumber(),
                        application.institutionCode(),
                        application.institutionName(),
                        application.institutionKind(),
                        ticket.speed(),
                        ticket.arrivedAt(),
                        ticket.rosterId(),
                        ticket.readers(),
                        ticket.dueSoonOn(),
                        ticket.dueOn(),
                        TicketPapers.kinds(papers),
                        TicketPapers.hashes(papers),
                        start.event(),
                        start.at())
                == 1;
    }

    /** The ticket for everybody to see; not one that has only arrived. */
    public Optional<Ticket> admitted(UUID id) {
        return find("id = ?1 and state <> ARRIVED", id).firstResultOptional();
    }

    /** The ticket, locked until the transaction ends. */
    public Optional<Ticket> locked(UUID id) {
        return find("id = ?1 and state <> ARRIVED", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The ticket with this number, in whatever state, locked until the transaction ends. */
    public Optional<Ticket> locked(Lane lane, long number) {
        return find(OF_LANE, lane, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The ticket with this number, in whatever state, to look at. */
    public Optional<Ticket> at(Lane lane, long number) {
        return find(OF_LANE, lane, number).firstResultOptional();
    }

    /** Whether the number was voided: its case comes too late. */
    public boolean isVoided(Lane lane, long number) {
        return sql.number(VOIDED, lane, number) > 0;
    }

    /** The lowest number that can be claimed, locked; for whoever holds the gate of the lane. */
    public Optional<Ticket> firstClaimable(Lane lane, Instant now) {
        // The limit stands in the query: one that came as a parameter would be planned anew for each claim.
        return find(FIRST_CLAIMABLE, lane, now).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .findFirst();
    }

    /**
     * The next tickets of a lane whose clock runs, to be read only: in their order, and not known to the session.
     *
     * @param after only numbers above this one
     */
    List<Ticket> running(Lane lane, long after, int atMost) {
        List<Ticket> found = find(RUNNING, lane, after).range(0, atMost - 1).list();
        found.forEach(Ticket::ledger);
        found.forEach(getEntityManager()::detach);
        return found;
    }

    /** Every ticket that the application drew, in the order of the lanes. */
    public List<Ticket> ofApplication(UUID applicationId) {
        return find("application.id = ?1", applicationId).stream()
                .sorted(Comparator.comparing(Ticket::lane))
                .toList();
    }

    /**
     * Tickets of a lane in the order of their numbers.
     *
     * @param after only numbers above this one
     * @param atMost how many
     */
    public List<Ticket> inOrder(Lane lane, TicketFilter filter, long after, int atMost) {
        Map<String, Object> parameters = new HashMap<>(Map.of("lane", lane, "after", after));
        String query = "lane = :lane and number > :after and state <> ARRIVED" + filter.conditions(parameters)
                + " order by number";
        return find(query, parameters).range(0, atMost - 1).list();
    }

    /**
     * Open tickets of a lane, those that are due first first; those without a last day, by now, come last.
     *
     * @param after only what comes behind it
     * @param atMost how many
     */
    public List<Ticket> firstDue(Lane lane, TicketFilter filter, DuePlace after, int atMost) {
        Map<String, Object> parameters = new HashMap<>(
                Map.of("lane", lane, "due", after.dueOn(), "after", after.number(), "never", DuePlace.NEVER));
        return find(FIRST_DUE + filter.conditions(parameters) + " order by coalesce(dueOn, :never), number", parameters)
                .range(0, atMost - 1)
                .list();
    }

    /** Writes the ticket and lets go of it, so that a long transaction does not look through all that it has done. */
    public void forget(Ticket ticket) {
        flush();
        getEntityManager().detach(ticket);
    }
}
