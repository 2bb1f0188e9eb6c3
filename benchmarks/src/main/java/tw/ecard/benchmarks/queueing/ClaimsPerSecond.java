package tw.ecard.benchmarks.queueing;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import tw.ecard.benchmarks.measure.Crew;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Shift;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.stack.Lab;

/** Eight clerks who claim as fast as they can, at the use case, against eight connections that do the same. */
public final class ClaimsPerSecond implements Measure {

    private static final int CLAIMANTS = 8;

    private final int claims;
    private final Lab lab;
    private final Turns turns;
    private final Clock clock;
    private String event;
    private String written;

    public ClaimsPerSecond(QueueSizes sizes, Lab lab, Turns turns, Clock clock) {
        this.claims = sizes.calls();
        this.lab = lab;
        this.turns = turns.warmedUpLonger();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "queue-claims";
    }

    @Override
    public String meaning() {
        return "claims/s of %d claimants ÷ bare JDBC with the same locks".formatted(CLAIMANTS);
    }

    @Override
    public Target target() {
        return Target.atLeast(0.7);
    }

    @Override
    public Outcome take() throws Exception {
        try (WaitingCases cases = WaitingCases.in(lab.infrastructure(), "claims", 0, claims)) {
            return turns.compare(
                    "claims/s",
                    "use case",
                    () -> {
                        Shift shift = cases.service().call(CLAIMANTS, claims);
                        event = cases.anEvent();
                        written = cases.takeBack();
                        return shift.perSecond();
                    },
                    "JDBC",
                    () -> bare(cases));
        }
    }

    private double bare(WaitingCases cases) throws Exception {
        Shift shift = new Crew(CLAIMANTS)
                .share(
                        claims,
                        () -> new BareClaims(
                                cases.database().connect(), clock.instant().atOffset(ZoneOffset.UTC), event));
        String bareWritten = cases.takeBack();
        requireSame(bareWritten);
        return shift.perSecond();
    }

    private void requireSame(String bareWritten) throws SQLException {
        if (!bareWritten.equals(written)) {
            throw new IllegalStateException("the use case left " + written + ", JDBC " + bareWritten);
        }
    }
}
