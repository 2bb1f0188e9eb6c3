package tw.ecard.benchmarks.importing;

import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.RosterFiles;
import tw.ecard.benchmarks.stack.Lab;

/** What a row of a large roster takes beside a row of a usual one, over the whole import. */
public final class Growth implements Measure {

    private final RosterFiles files;
    private final int rows;
    private final int largeRows;
    private final Importing importing;
    private final Turns turns;

    public Growth(RosterFiles files, int rows, int largeRows, Lab lab, Turns turns) {
        this.files = files;
        this.rows = rows;
        this.largeRows = largeRows;
        this.importing = new Importing(lab);
        this.turns = turns;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String meaning() {
        return "time a row at %,d rows ÷ at %,d rows, ods".formatted(largeRows, rows);
    }

    @Override
    public Target target() {
        return Target.atMost(1.15);
    }

    @Override
    public Outcome take() throws Exception {
        return turns.compare(
                "µs/row",
                "%,d rows".formatted(largeRows),
                () -> importing.accepted(files.ods(largeRows), largeRows).microsecondsPerRow(largeRows),
                "%,d rows".formatted(rows),
                () -> importing.accepted(files.ods(rows), rows).microsecondsPerRow(rows));
    }
}
