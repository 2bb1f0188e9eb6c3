package tw.ecard.benchmarks.queueing;

import java.io.IOException;
import java.sql.SQLException;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Shift;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.stack.Infrastructure;
import tw.ecard.benchmarks.stack.Lab;

/** What the middle claim takes where very many cases are closed beside where none is; as many are open in both. */
public final class ClaimLatency implements Measure {

    private final QueueSizes sizes;
    private final int claims;
    private final Lab lab;
    private final Turns turns;

    public ClaimLatency(QueueSizes sizes, Lab lab, Turns turns) {
        this.sizes = sizes;
        this.claims = Math.min(sizes.calls(), sizes.open());
        this.lab = lab;
        this.turns = turns.warmedUpLonger();
    }

    @Override
    public String name() {
        return "queue-claim-latency";
    }

    @Override
    public String meaning() {
        return "claim latency with %,d closed and %,d open cases ÷ with %,d open"
                .formatted(sizes.closed(), sizes.open(), sizes.open());
    }

    @Override
    public Target target() {
        return Target.atMost(1.1);
    }

    @Override
    public Outcome take() throws Exception {
        Infrastructure infrastructure = lab.infrastructure();
        try (WaitingCases many = WaitingCases.in(infrastructure, "many_closed", sizes.closed(), sizes.open());
                WaitingCases none = WaitingCases.in(infrastructure, "none_closed", 0, sizes.open())) {
            return turns.compare("ms", "many closed", () -> claim(many), "none closed", () -> claim(none));
        }
    }

    private double claim(WaitingCases cases) throws IOException, InterruptedException, SQLException {
        Shift shift = cases.service().call(1, claims);
        cases.takeBack();
        return shift.medianMilliseconds();
    }
}
