package tw.ecard.queue.delay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.ticket.Ticket;

/** Which contacts were told that their case will be late, and what. */
@ApplicationScoped
public class CaseDelays {

    private static final String KEEP = """
            INSERT INTO case_delay (ticket_id, round, due_on, expected_on, told_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String OF_ROUND =
            "SELECT due_on, expected_on FROM case_delay WHERE ticket_id = ? AND round = ?";

    private final Sql sql;
    private final Clock clock;

    CaseDelays(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps that the contact is told now; false when that was done in this round before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean keep(Ticket ticket, CaseDelay delay) {
        return sql.update(KEEP, ticket.id(), ticket.round(), delay.dueOn(), delay.expectedOn(), clock.instant()) == 1;
    }

    /** What the contact was told in the round. */
    public Optional<CaseDelay> ofRound(UUID ticketId, int round) {
        return sql.first(
                row -> new CaseDelay(
                        row.getObject("due_on", LocalDate.class), row.getObject("expected_on", LocalDate.class)),
                OF_ROUND,
                ticketId,
                round);
    }
}
