package tw.ecard.registration.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tw.ecard.registration.application.Requirement;
import tw.ecard.registration.lane.Lane;

/** The parts of queue-service's events that are used here; see {@code contracts/events}. */
final class DecisionData {

    private DecisionData() {}

    record Decided(UUID applicationId, Lane lane) {}

    record Returned(
            UUID applicationId,
            Lane lane,
            UUID ticketId,
            Set<Requirement> requires,
            List<String> reasons,
            List<Integer> rows) {}

    record Issued(UUID applicationId, UUID rosterId, int count, int rocYear, long firstSerial, long lastSerial) {}

    record Claimed(UUID applicationId, Lane lane, Instant leaseUntil) {}

    record Released(UUID applicationId, Lane lane) {}

    record Delayed(UUID applicationId, Lane lane, LocalDate dueOn, LocalDate expectedOn) {}

    record Told(UUID applicationId, String kind) {}

    record Admitted(UUID applicationId, Lane lane, LocalDate targetOn, LocalDate dueOn) {}
}
