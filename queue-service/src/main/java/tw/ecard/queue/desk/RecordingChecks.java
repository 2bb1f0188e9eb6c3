package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tw.ecard.kit.http.Revision;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.ticket.Ticket;

/** Records what a clerk found on the papers of a case in review. */
@ApplicationScoped
class RecordingChecks {

    private final HeldCases held;
    private final PaperChecks checks;
    private final Clock clock;

    RecordingChecks(HeldCases held, PaperChecks checks, Clock clock) {
        this.held = held;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * @param seen null when the caller does not say
     * @param found whether each item that was looked at is in order
     */
    @Transactional
    Ticket record(UUID id, Revision seen, String clerk, Map<CheckedItem, Boolean> found) {
        Instant now = clock.instant();
        Ticket ticket = held.take(id, seen, clerk, now);
        ticket.requireLane(Lane.REVIEW);
        found.forEach((item, inOrder) -> checks.record(ticket, item, inOrder, clerk, now));
        return ticket;
    }
}
