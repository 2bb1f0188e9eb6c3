package tw.ecard.queue.ticket;

import java.util.Objects;
import java.util.UUID;

/**
 * The roster that cards are to be issued for.
 *
 * @param readers how many people it lists, at least 1
 */
public record AcceptedRoster(UUID id, int readers) {
    public AcceptedRoster {
        Objects.requireNonNull(id, "id");
        if (readers < 1) {
            throw new IllegalArgumentException("a roster without readers");
        }
    }
}
