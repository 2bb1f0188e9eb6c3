package tw.ecard.benchmarks.importing;

import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.RosterFiles;
import tw.ecard.benchmarks.stack.Lab;

/** What the import of a roster takes in which every row is wrong, beside the same one without an error. */
public final class WrongRows implements Measure {

    private final RosterFiles files;
    private final int rows;
    private final Importing importing;
    private final Turns turns;

    public WrongRows(RosterFiles files, int rows, Lab lab, Turns turns) {
        this.files = files;
        this.rows = rows;
        this.importing = new Importing(lab);
        this.turns = turns;
    }

    @Override
    public String name() {
        return "wrong-rows";
    }

    @Override
    public String meaning() {
        return "time of an import with an error in every row ÷ without errors, xlsx";
    }

    @Override
    public Target target() {
        return Target.atMost(1.5);
    }

    @Override
    public Outcome take() throws Exception {
        return turns.compare(
                "µs/row",
                "wrong",
                () -> importing.returned(files.wrongXlsx(rows)).microsecondsPerRow(rows),
                "good",
                () -> importing.accepted(files.xlsx(rows), rows).microsecondsPerRow(rows));
    }
}
