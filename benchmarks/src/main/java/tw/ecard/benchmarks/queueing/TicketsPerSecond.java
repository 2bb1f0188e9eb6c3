package tw.ecard.benchmarks.queueing;

import java.time.Clock;
import java.time.ZoneOffset;
import tw.ecard.benchmarks.measure.Crew;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Shift;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.stack.Lab;

/** Writers who complete applications as fast as they can, at the use case, against a script that writes the same. */
public final class TicketsPerSecond implements Measure {

    private static final int WRITERS = 32;

    private final int tickets;
    private final Lab lab;
    private final Turns turns;
    private final Clock clock;
    private String event;
    private String written;

    public TicketsPerSecond(QueueSizes sizes, Lab lab, Turns turns, Clock clock) {
        this.tickets = sizes.calls();
        this.lab = lab;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "queue-tickets";
    }

    @Override
    public String meaning() {
        return "tickets/s drawn by %d writers ÷ a bare script with the same counter row".formatted(WRITERS);
    }

    @Override
    public Target target() {
        return Target.atLeast(0.6);
    }

    @Override
    public Outcome take() throws Exception {
        try (CompletableApplications all = CompletableApplications.in(lab.infrastructure(), "tickets", tickets)) {
            return turns.compare("tickets/s", "use case", () -> atTheUseCase(all), "script", () -> byTheScript(all));
        }
    }

    private double atTheUseCase(CompletableApplications all) throws Exception {
        Shift shift = all.service().call(WRITERS, tickets);
        event = all.anEvent();
        written = all.takeBack();
        return shift.perSecond();
    }

    private double byTheScript(CompletableApplications all) throws Exception {
        Shift shift = new Crew(WRITERS)
                .share(
                        tickets,
                        () -> new BareDraws(
                                all.database().connect(), clock.instant().atOffset(ZoneOffset.UTC), event));
        String byScript = all.takeBack();
        if (!byScript.equals(written)) {
            throw new IllegalStateException("the use case left " + written + ", the script " + byScript);
        }
        return shift.perSecond();
    }
}
