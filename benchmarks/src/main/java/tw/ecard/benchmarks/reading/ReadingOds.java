package tw.ecard.benchmarks.reading;

import java.nio.file.Path;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.FileOnDemand;

/** The service's ods reader, every cell of every row made a text, against a pass of the bare parser. */
public final class ReadingOds implements Measure {

    private final FileOnDemand file;
    private final Turns turns;

    public ReadingOds(FileOnDemand file, Turns turns) {
        this.file = file;
        this.turns = turns;
    }

    @Override
    public String name() {
        return "reader-ods";
    }

    @Override
    public String meaning() {
        return "rows/s of the ods reader, limits on ÷ a bare StAX pass over content.xml";
    }

    @Override
    public Target target() {
        return Target.atLeast(0.85);
    }

    @Override
    public Outcome take() throws Exception {
        Path ods = file.path();
        int rows = OwnReader.read(ods).rows();
        if (BareStax.over(ods).rows() != rows) {
            throw new IllegalStateException("the reader has " + rows + " rows, the parser " + BareStax.over(ods));
        }
        return turns.compare(
                "rows/s",
                "reader",
                () -> {
                    long start = System.nanoTime();
                    OwnReader.read(ods);
                    return rows / ((System.nanoTime() - start) / 1e9);
                },
                "bare StAX",
                () -> {
                    long start = System.nanoTime();
                    BareStax.over(ods);
                    return rows / ((System.nanoTime() - start) / 1e9);
                });
    }
}
