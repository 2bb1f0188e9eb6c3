package tw.ecard.registration.lane;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.ecard.kit.time.Taipei;

/** Says of applications where they stand and when they may expect to be done: from what is known here, asking nobody. */
@ApplicationScoped
public class Prospects {

    private final QueuePlaces places;
    private final Standings standings;
    private final LanePaces paces;
    private final Clock clock;

    Prospects(QueuePlaces places, Standings standings, LanePaces paces, Clock clock) {
        this.places = places;
        this.standings = standings;
        this.paces = paces;
        this.clock = clock;
    }

    /** Each in the lane that it came to last; those that stand in no lane are left out. */
    public Map<UUID, Prospect> of(Collection<UUID> applications) {
        Map<UUID, QueuePlace> found = places.latest(applications);
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Standing> before = standings.before(found.values());
        Map<Lane, LanePace> pace = paces.all();
        LocalDate today = Taipei.dayOf(clock.instant());
        return found.values().stream()
                .collect(Collectors.toMap(
                        QueuePlace::application,
                        place -> prospect(
                                place,
                                before.getOrDefault(place.application(), Standing.FIRST),
                                pace.get(place.lane()),
                                today)));
    }

    /** @param pace null when nothing was heard of the lane yet */
    private static Prospect prospect(QueuePlace place, Standing before, LanePace pace, LocalDate today) {
        ExpectedDate expected = switch (place.state()) {
            case DONE -> ExpectedDate.NONE;
            case RETURNED -> ExpectedDate.unknown(NoDateBecause.RETURNED);
            // Somebody is at it.
            case IN_WORK -> ExpectedDate.on(today);
            case WAITING -> waiting(place, before, pace, today);
        };
        return new Prospect(place, before.cases(), expected);
    }

    private static ExpectedDate waiting(QueuePlace place, Standing before, LanePace pace, LocalDate today) {
        ExpectedDate expected = pace == null
                ? ExpectedDate.unknown(NoDateBecause.TOO_LITTLE_HISTORY)
                : pace.expect(before.and(place.own()), today);
        boolean wasToldALaterDay = expected.on() == null
                && place.delayedTo() != null
                && !place.delayedTo().isBefore(today);
        return wasToldALaterDay ? ExpectedDate.on(place.delayedTo()) : expected;
    }
}
