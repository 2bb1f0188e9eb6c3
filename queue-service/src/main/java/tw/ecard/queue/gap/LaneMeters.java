package tw.ecard.queue.gap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.LaneStanding;
import tw.ecard.queue.lane.Lanes;

/** How far admission has come in each lane, and how long it has been waiting; read from the database when asked for. */
@ApplicationScoped
class LaneMeters implements MeterBinder {

    private static final double MILLIS_A_SECOND = Duration.ofSeconds(1).toMillis();

    private final Lanes lanes;
    private final Clock clock;

    LaneMeters(Lanes lanes, Clock clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Lane lane : Lane.values()) {
            gauge(
                    registry,
                    lane,
                    "ecard.lane.admitted",
                    "Every number up to this one is admitted",
                    LaneStanding::admittedUpTo);
            gauge(
                    registry,
                    lane,
                    "ecard.lane.waits.for",
                    "The number that is missed; 0 when none is",
                    standing -> Objects.requireNonNullElse(standing.waitsForNumber(), 0L));
            gauge(
                    registry,
                    lane,
                    "ecard.lane.stalled.seconds",
                    "How long it has been missed",
                    standing -> standing.stalledFor(clock.instant()).toMillis() / MILLIS_A_SECOND);
        }
    }

    private void gauge(
            MeterRegistry registry, Lane lane, String name, String what, ToDoubleFunction<LaneStanding> value) {
        Gauge.builder(name, () -> value.applyAsDouble(lanes.standing(lane)))
                .description(what)
                .tag("lane", lane.pathName())
                .register(registry);
    }
}
