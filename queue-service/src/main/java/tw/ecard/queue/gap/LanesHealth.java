package tw.ecard.queue.gap;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import tw.ecard.kit.inbox.DeadLetters;
import tw.ecard.queue.lane.LaneStanding;
import tw.ecard.queue.lane.Lanes;

/**
 * Says of a lane that stands still for which number it waits. That is a check of wellness, which people and alarms read
 * ({@code /q/health/well}), not one of readiness, by which traffic is taken away: the service goes on serving, every
 * replica would say the same, and the repair is a call to this very service.
 */
@Wellness
@ApplicationScoped
class LanesHealth implements HealthCheck {

    private final Lanes lanes;
    private final DeadLetters letters;
    private final GapConfig config;
    private final Clock clock;

    LanesHealth(Lanes lanes, DeadLetters letters, GapConfig config, Clock clock) {
        this.lanes = lanes;
        this.letters = letters;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        List<LaneStanding> standing = lanes.standing();
        boolean moving = standing.stream().noneMatch(lane -> lane.isStalledFor(config.alarmAfter(), now));
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("lanes")
                .status(moving)
                .withData("status", moving ? "OK" : "DEGRADED")
                .withData("openDeadLetters", letters.countOpen());
        standing.forEach(lane -> tell(answer, lane));
        return answer.build();
    }

    private static void tell(HealthCheckResponseBuilder answer, LaneStanding lane) {
        String name = lane.lane().pathName();
        answer.withData(name + ".admittedUpTo", lane.admittedUpTo());
        if (lane.stalledSince() != null) {
            answer.withData(name + ".waitsForNumber", lane.waitsForNumber());
            answer.withData(name + ".stalledSince", lane.stalledSince().toString());
        }
    }
}
