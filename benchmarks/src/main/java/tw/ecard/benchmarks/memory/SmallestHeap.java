package tw.ecard.benchmarks.memory;

import java.util.List;
import java.util.function.Consumer;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Series;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.people.FileOnDemand;
import tw.ecard.benchmarks.stack.Lab;

/** How much more heap the packaged service needs for a roster than for standing there. */
public final class SmallestHeap implements Measure {

    private static final String UNIT = "MB";
    /** Enough for any of the files, several times over. */
    private static final int MOST = 1_024;

    private final String name;
    private final String meaning;
    private final int target;
    private final FileOnDemand file;
    private final int rows;
    private final Trials trials;

    private SmallestHeap(String name, String meaning, int target, FileOnDemand file, int rows, Trials trials) {
        this.name = name;
        this.meaning = meaning;
        this.target = target;
        this.file = file;
        this.rows = rows;
        this.trials = trials;
    }

    /** What both measures share: the smallest heap of the idle service, which is looked for once. */
    public static final class Family {

        private final Trials trials;

        /** @param step to how many megabytes a heap is found out */
        public Family(Lab lab, int step, Consumer<String> log) {
            this.trials = new Trials(lab, step, MOST, log);
        }

        public Measure measure(String name, String meaning, int target, FileOnDemand file, int rows) {
            return new SmallestHeap(name, meaning, target, file, rows, trials);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public Target target() {
        return Target.atMost(target, UNIT);
    }

    @Override
    public Outcome take() throws Exception {
        int idle = trials.smallestIdle();
        int withRoster = trials.smallestFor(file.path(), rows);
        return new Outcome(
                withRoster - idle,
                List.of(
                        new Series("-Xmx with the roster", UNIT, List.of((double) withRoster)),
                        new Series("-Xmx idle", UNIT, List.of((double) idle))),
                List.of());
    }
}
