package tw.ecard.queue.ticket;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import tw.ecard.queue.clock.ClockEntry;
import tw.ecard.queue.clock.ClockEvent;

/** An entry of the ledger as it is kept. */
@Embeddable
record ClockLine(@Enumerated(EnumType.STRING) ClockEvent event, Instant at) {

    static ClockLine of(ClockEntry entry) {
        return new ClockLine(entry.event(), entry.at());
    }

    ClockEntry entry() {
        return new ClockEntry(event, at);
    }
}
