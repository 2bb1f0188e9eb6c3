package tw.ecard.benchmarks.queueing;

import java.util.List;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Series;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.people.RosterFiles;
import tw.ecard.benchmarks.stack.Lab;

/** How large the event is that tells of the cards of a large case; beside it, how large the people's own rows are. */
public final class IssuedEvent implements Measure {

    private static final int LIMIT = 2_047;

    private final LargeCases cases;
    private final int readers;
    private final Lab lab;

    public IssuedEvent(RosterFiles files, int readers, Lab lab) {
        this.cases = new LargeCases(files, readers, lab);
        this.readers = readers;
        this.lab = lab;
    }

    @Override
    public String name() {
        return "queue-issue-event";
    }

    @Override
    public String meaning() {
        return "size of the event that issues the cards of %,d readers".formatted(readers);
    }

    @Override
    public Target target() {
        return Target.atMost(LIMIT, "bytes");
    }

    @Override
    public Outcome take() throws Exception {
        double event = cases.issueOne().eventBytes();
        double people = Double.parseDouble(
                lab.infrastructure().registrationDatabase().ask("SELECT sum(octet_length(sealed)) FROM reader"));
        return new Outcome(
                event,
                List.of(
                        new Series("event", "bytes", List.of(event)),
                        new Series("sealed rows", "bytes", List.of(people))),
                List.of());
    }
}
